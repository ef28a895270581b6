package dev.porchlight.store.embedded.rocks;

import dev.porchlight.engine.port.StoreUnavailableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** Finds out whether a disk that refused data takes it again, by writing some. */
final class DiskProbe {
    private static final int PROBE_BYTES = 1024 * 1024;

    private DiskProbe() {}

    /** Throws where it does not. */
    static void check(Path folder) {
        try {
            long needed = PROBE_BYTES + logs(folder);
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < needed) {
                throw new StoreUnavailableException("No room in " + folder + ": " + free + " bytes are free (expected: "
                        + needed + " or more). Make room on the disk; no restart is needed.");
            }
            write(folder.resolve("probe"));
        } catch (IOException e) {
            throw new StoreUnavailableException(
                    "The disk under " + folder + " takes no data: " + e.getMessage()
                            + ". Make room on it or repair it; no restart is needed.",
                    e);
        }
    }

    /** What opening turns into table files. */
    private static long logs(Path folder) throws IOException {
        long sum = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path log :
                    files.filter(file -> file.toString().endsWith(".log")).toList()) {
                sum += Files.size(log);
            }
        }
        return sum;
    }

    private static void write(Path probe) throws IOException {
        try (FileChannel channel = FileChannel.open(
                probe, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            ByteBuffer bytes = ByteBuffer.allocate(PROBE_BYTES);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
