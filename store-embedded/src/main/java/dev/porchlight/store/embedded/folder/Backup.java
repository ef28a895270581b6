package dev.porchlight.store.embedded.folder;

import dev.porchlight.engine.port.StoreUnavailableException;
import dev.porchlight.store.embedded.folder.FolderException.Reason;
import dev.porchlight.store.embedded.rocks.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.rocksdb.RocksDBException;

/**
 * Makes a backup of an open folder: a checkpoint of the database, which shares its table files where the file system can, with
 * the checksum of each file. It is made under another name and renamed, so that it is there whole or not at all.
 */
final class Backup {
    private Backup() {}

    /** @param version the format of the data */
    static void write(Database database, int version, Path folder, Path target) {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FolderException(Reason.TAKEN, "The backup " + target + " exists already. Choose another name.");
        }
        if (target.startsWith(folder)) {
            throw new FolderException(
                    Reason.TAKEN,
                    "The backup " + target + " would lie in the data folder. Choose a place outside of it.");
        }
        Path partial = target.resolveSibling("." + target.getFileName() + ".partial");
        Path parent = Objects.requireNonNull(target.getParent(), "only the root has none, and it exists");
        try {
            Files.createDirectories(parent);
            Tree.delete(partial);
            Files.createDirectory(partial);
            fill(database, version, partial);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
            Tree.sync(parent);
        } catch (IOException | RocksDBException | StoreUnavailableException e) {
            throw failed(target, partial, e);
        }
    }

    private static void fill(Database database, int version, Path partial) throws IOException, RocksDBException {
        database.checkpoint(partial.resolve(DataFolder.DATABASE));
        new Format(version, true).write(partial);
        Checksums.of(partial).write(partial);
        for (Path file : Tree.files(partial)) {
            Tree.sync(file);
        }
        Tree.sync(partial.resolve(DataFolder.DATABASE));
        Tree.sync(partial);
    }

    private static FolderException failed(Path target, Path partial, Exception cause) {
        FolderException failure = new FolderException(
                Reason.DISK,
                "The backup " + target + " cannot be written: " + cause + ". Nothing of it is left.",
                cause);
        try {
            Tree.delete(partial);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }
}
