package dev.porchlight.cli.serve;

import dev.porchlight.cli.terminal.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that goes when it is closed, with all that is in it. */
record TemporaryFolder(Path path) {

    static TemporaryFolder make() {
        try {
            return new TemporaryFolder(Files.createTempDirectory("porchlight-demo-"));
        } catch (IOException e) {
            throw new Failure("Cannot make a temporary folder: " + e + ".", "Is there room on the disk?");
        }
    }

    void close() {
        try (Stream<Path> found = Files.walk(path)) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
