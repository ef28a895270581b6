package dev.porchlight.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;

/** A file system of its own, of a few mebibytes, which can be filled and made read-only. Needs root. */
final class SmallDisk implements AutoCloseable {
    private final Path path;

    private SmallDisk(Path path) {
        this.path = path;
    }

    static SmallDisk mount(Path path, int mebibytes) {
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", path.toString());
        assumeTrue(mounted || "true".equals(System.getenv("CI")), "only root can mount a disk to fill");
        assertThat(mounted).as("mount " + path).isTrue();
        return new SmallDisk(path);
    }

    Path path() {
        return path;
    }

    void readOnly(boolean readOnly) {
        assertThat(run("mount", "-o", "remount," + (readOnly ? "ro" : "rw"), path.toString()))
                .isTrue();
    }

    @Override
    public void close() {
        assertThat(run("umount", path.toString())).isTrue();
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
