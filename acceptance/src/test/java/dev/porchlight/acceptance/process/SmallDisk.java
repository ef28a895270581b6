package dev.porchlight.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A disk of a few mebibytes, in memory, that can be filled up and write-protected. Only root has one. */
final class SmallDisk implements AutoCloseable {
    private static final int CHUNK = 64 * 1024;

    private final Path path;

    private SmallDisk(Path path) {
        this.path = path;
    }

    /** Mounts it over an empty folder; skips the test where that is not allowed, though never in continuous integration. */
    static SmallDisk mount(Path path, int mebibytes) throws IOException, InterruptedException {
        Files.createDirectory(path);
        Command mounted = Command.bash("mount -t tmpfs -o size=" + mebibytes + "m tmpfs '" + path + "'");
        assumeTrue(mounted.status() == 0 || "true".equals(System.getenv("CI")), mounted.err());
        assertThat(mounted.status()).as(mounted.err()).isZero();
        return new SmallDisk(path);
    }

    Path path() {
        return path;
    }

    void writeProtect(boolean on) throws IOException, InterruptedException {
        Command remounted = Command.bash("mount -o remount," + (on ? "ro" : "rw") + " '" + path + "'");
        assertThat(remounted.status()).as(remounted.err()).isZero();
    }

    /** Leaves no room, to the last byte. */
    Path fill() throws IOException {
        Path ballast = path.resolve("ballast");
        for (int chunk = CHUNK; chunk > 0; chunk /= 2) {
            try (OutputStream out =
                    Files.newOutputStream(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                while (true) {
                    out.write(new byte[chunk]);
                }
            } catch (IOException full) {
                assertThat(full).hasMessageContaining("No space left");
            }
        }
        return ballast;
    }

    @Override
    public void close() throws IOException {
        try {
            Command unmounted = Command.bash("umount '" + path + "'");
            assertThat(unmounted.status()).as(unmounted.err()).isZero();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
