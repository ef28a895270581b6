package dev.porchlight.server;

import dev.porchlight.store.embedded.EmbeddedStore;
import dev.porchlight.store.embedded.folder.FolderException;
import dev.porchlight.wire.BackupReply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Writes backups of the embedded store. */
final class Backups {
    private Backups() {}

    static BackupReply write(EmbeddedStore store, Path directory) {
        try {
            store.backup(directory);
        } catch (FolderException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        return described(directory);
    }

    private static BackupReply described(Path directory) {
        try (Stream<Path> tree = Files.walk(directory)) {
            List<Path> files = tree.filter(Files::isRegularFile).toList();
            long bytes = 0;
            for (Path file : files) {
                bytes += Files.size(file);
            }
            return new BackupReply(directory.toString(), files.size(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("the backup is there, but cannot be counted: " + directory, e);
        }
    }
}
