package dev.porchlight.store.embedded.folder;

import dev.porchlight.store.embedded.folder.FolderException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Makes a data folder out of a backup. Files are checked while they are copied into a folder within; the format file, without
 * which nobody opens the folder, comes last.
 */
public final class Restore {
    /** Where files are until all are known to be whole. What a crash leaves of it goes with the next attempt. */
    static final String UNFINISHED = "restore.unfinished";

    private Restore() {}

    /**
     * Makes the folder.
     *
     * @param current the newest format that is known
     */
    public static void run(Path backup, Path folder, int current) {
        isBackup(backup, current);
        isFree(folder);
        boolean absent = Files.notExists(folder);
        try {
            Files.createDirectories(folder);
            copy(backup, folder);
        } catch (IOException e) {
            throw clean(folder, absent, FolderException.disk(folder, e));
        } catch (FolderException e) {
            throw clean(folder, absent, e);
        }
    }

    private static void isBackup(Path backup, int current) {
        if (!Files.isDirectory(backup)) {
            throw new FolderException(Reason.MISSING, "There is no backup " + backup + " (expected: a folder).");
        }
        if (!Files.isRegularFile(backup.resolve(Format.FILE)) || !Files.isRegularFile(backup.resolve(Checksums.FILE))) {
            throw new FolderException(
                    Reason.FOREIGN,
                    "The folder " + backup + " is no backup (expected: the files " + Format.FILE + " and "
                            + Checksums.FILE + " in it).");
        }
        FolderChecks.format(backup, current);
    }

    private static void isFree(Path folder) {
        try {
            if (Files.exists(folder) && !Tree.isEmpty(folder) && !Files.exists(folder.resolve(UNFINISHED))) {
                throw new FolderException(
                        Reason.TAKEN,
                        "The folder " + folder + " is not empty. Choose another one, or empty it if its data may go.");
            }
        } catch (IOException e) {
            throw new FolderException(
                    Reason.TAKEN, "The data folder " + folder + " cannot be used: " + e + ". Choose another one.", e);
        }
    }

    private static void copy(Path backup, Path folder) throws IOException {
        Path unfinished = folder.resolve(UNFINISHED);
        Path database = folder.resolve(DataFolder.DATABASE);
        Tree.delete(unfinished);
        Tree.delete(database);
        Files.createDirectory(unfinished);
        Checksums.read(backup).copy(backup, unfinished);
        Files.move(unfinished.resolve(DataFolder.DATABASE), database, StandardCopyOption.ATOMIC_MOVE);
        Tree.sync(database);
        Files.move(unfinished.resolve(Format.FILE), folder.resolve(Format.FILE), StandardCopyOption.ATOMIC_MOVE);
        Tree.delete(unfinished);
        Tree.sync(folder);
    }

    private static FolderException clean(Path folder, boolean absent, FolderException reason) {
        try {
            Tree.delete(folder.resolve(UNFINISHED));
            if (absent && Tree.isEmpty(folder)) {
                Files.delete(folder);
            }
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
        return reason;
    }
}
