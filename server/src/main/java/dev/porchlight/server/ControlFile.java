package dev.porchlight.server;

import dev.porchlight.wire.Control;
import dev.porchlight.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * {@code control.json} in the server's folder: where it listens and a token that is valid while it runs, for commands of
 * whoever may read the folder (decisions/0003-control-file.md).
 */
final class ControlFile {
    static final String NAME = "control.json";

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path file;

    ControlFile(Path folder) {
        this.file = folder.resolve(NAME);
    }

    void write(Control control) {
        Path draft = file.resolveSibling(NAME + ".new");
        try {
            // A node on a shared store has no folder but for this.
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(draft);
            if (posix()) {
                Files.createFile(draft, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            } else {
                Files.createFile(draft);
            }
            Files.write(draft, Json.write(control));
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + file, e);
        }
    }

    private boolean posix() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
