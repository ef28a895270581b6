package dev.porchlight.store.embedded.folder;

import dev.porchlight.store.embedded.folder.FolderException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file that makes a folder a Porchlight folder: one line with the version of its format, readable before anything else of
 * it is touched.
 *
 * @param complete false while the folder is being made: what else is in it does not count yet
 */
record Format(int version, boolean complete) {
    static final String FILE = "porchlight-store";

    private static final Pattern LINE = Pattern.compile("Porchlight store, format (\\d{1,9})( \\(being made\\))?\n");
    private static final long MAX_BYTES = 200;

    static Format read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            String text = Files.size(file) > MAX_BYTES ? "" : Files.readString(file, StandardCharsets.ISO_8859_1);
            Matcher line = LINE.matcher(text);
            if (!line.matches()) {
                throw new FolderException(
                        Reason.DAMAGED,
                        "The file " + file + " is damaged (expected: one line such as \"Porchlight store, format 1\"). "
                                + "Restore a backup into another folder.");
            }
            return new Format(Integer.parseInt(line.group(1)), line.group(2) == null);
        } catch (IOException e) {
            throw FolderException.disk(folder, e);
        }
    }

    /** Replaces the file as a whole, durably. */
    void write(Path folder) throws IOException {
        Path next = folder.resolve(FILE + ".next");
        String line = "Porchlight store, format " + version + (complete ? "" : " (being made)") + "\n";
        try (FileChannel channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        Files.move(next, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Tree.sync(folder);
    }
}
