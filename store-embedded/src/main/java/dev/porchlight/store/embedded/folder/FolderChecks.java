package dev.porchlight.store.embedded.folder;

import dev.porchlight.store.embedded.folder.FolderException.Reason;
import dev.porchlight.store.embedded.rocks.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/** What must be true of a folder before anything in it changes. Each check throws a {@link FolderException}. */
final class FolderChecks {
    private FolderChecks() {}

    static void isPorchlights(Path folder) {
        if (Files.exists(folder.resolve(Restore.UNFINISHED)) && !Files.exists(folder.resolve(Format.FILE))) {
            throw new FolderException(
                    Reason.DAMAGED, "A restore into the folder " + folder + " did not finish. Run it again.");
        }
        if (!Files.isRegularFile(folder.resolve(Format.FILE))) {
            throw new FolderException(
                    Reason.FOREIGN,
                    "The folder " + folder + " is not empty and holds no Porchlight data (expected: a file "
                            + Format.FILE + " in it). Choose an empty folder or another one with --data.");
        }
    }

    static void isWritable(Path folder) {
        if (!Files.isWritable(folder)) {
            throw new FolderException(
                    Reason.READ_ONLY,
                    "The data folder " + folder
                            + " is read-only. Make it writable for this user or choose another folder "
                            + "with --data.");
        }
    }

    static Format format(Path folder, int current) {
        Format found = Format.read(folder);
        if (found.version() > current) {
            throw new FolderException(
                    Reason.NEWER,
                    "The data folder " + folder + " has format " + found.version()
                            + ", this Porchlight knows formats up to " + current
                            + ". Use the newer Porchlight, or restore a backup made by this one.");
        }
        if (found.version() < 1) {
            throw new FolderException(
                    Reason.DAMAGED, "The data folder " + folder + " has format 0 (expected: 1 to " + current + ").");
        }
        return found;
    }

    static void isWhole(Path folder, Path database, long memory, int format) {
        try {
            if (!Database.hasLog(database)) {
                throw damaged(folder, "its log is missing", null);
            }
            Optional<String> broken = Seal.broken(folder);
            if (broken.isPresent()) {
                throw damaged(folder, broken.get(), null);
            }
            Database.verify(database, memory, format);
        } catch (RocksDBException e) {
            throw explained(folder, e);
        } catch (IOException e) {
            throw damaged(folder, e.toString(), e);
        }
    }

    static FolderException explained(Path folder, RocksDBException cause) {
        boolean full = cause.getStatus() != null && cause.getStatus().getSubCode() == Status.SubCode.NoSpace;
        return full ? FolderException.disk(folder, cause) : damaged(folder, String.valueOf(cause.getMessage()), cause);
    }

    private static FolderException damaged(Path folder, String how, @Nullable Exception cause) {
        return new FolderException(
                Reason.DAMAGED,
                "The data folder " + folder + " is damaged: " + how
                        + ". Nothing in it was changed. Restore a backup into another folder, and keep this one until then.",
                cause);
    }
}
