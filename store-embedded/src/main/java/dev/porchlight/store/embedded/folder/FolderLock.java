package dev.porchlight.store.embedded.folder;

import dev.porchlight.store.embedded.folder.FolderException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second process out of the folder. The operating system lets go of it when the process ends, however it ends. The
 * file names the process, for the message that the second one gets.
 */
final class FolderLock implements AutoCloseable {
    static final String FILE = "lock";

    private final Path file;
    private final boolean fresh;
    private final FileChannel channel;

    private FolderLock(Path file, boolean fresh, FileChannel channel) {
        this.file = file;
        this.fresh = fresh;
        this.channel = channel;
    }

    static FolderLock take(Path folder) {
        Path file = folder.resolve(FILE);
        boolean fresh = !Files.exists(file);
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isTaken(channel)) {
                channel.close();
                throw inUse(folder, file);
            }
            return new FolderLock(file, fresh, channel);
        } catch (IOException e) {
            throw new FolderException(
                    Reason.READ_ONLY,
                    "The data folder " + folder + " cannot be written to: " + e
                            + ". Make it writable for this user or choose another folder.",
                    e);
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    private static FolderException inUse(Path folder, Path file) throws IOException {
        String process = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        return new FolderException(
                Reason.IN_USE,
                "The data folder " + folder + " is in use by another Porchlight"
                        + (process.isEmpty() ? "" : " (process " + process + ")")
                        + ". Stop it, or choose another folder with --data.");
    }

    /** Writes who has it. Only when the folder is known to be whole: until then nothing in it changes. */
    void sign() throws IOException {
        byte[] process = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(process), 0);
    }

    /** Lets go, and leaves no file that was not there before. */
    void undo() throws IOException {
        if (fresh) {
            Files.delete(file);
        }
        channel.close();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
