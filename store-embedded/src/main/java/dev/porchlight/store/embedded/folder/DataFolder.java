package dev.porchlight.store.embedded.folder;

import dev.porchlight.store.embedded.folder.FolderException.Reason;
import dev.porchlight.store.embedded.rocks.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rocksdb.RocksDBException;

/**
 * A folder of Porchlight's: a format file, a lock, and the database below. It is opened in the order in which each step can
 * still be refused without a trace: what it is, whether it can be written, whether somebody has it, its format, whether it is
 * whole; then migrations; only then the database.
 */
public final class DataFolder implements AutoCloseable {
    /** Bytes of native memory for a migration. */
    private static final long UPGRADING = 16 << 20;

    /** What formats have changed: the first step leads from format 1 to 2. */
    public static final List<Migration> MIGRATIONS = List.of(
            database -> Database.addTables(database, UPGRADING, 2),
            database -> Database.addTables(database, UPGRADING, 3));

    static final String DATABASE = "rocksdb";

    private final Path folder;
    private final FolderLock lock;
    private final Database database;
    private final int version;

    private DataFolder(Path folder, FolderLock lock, Database database, int version) {
        this.folder = folder;
        this.version = version;
        this.lock = lock;
        this.database = database;
    }

    /**
     * Opens the folder, or makes it where it is absent or empty.
     *
     * @param memory see {@code StoreOptions.nativeBytes}
     * @param migrations all there are, the current format being one more than their number
     */
    public static DataFolder open(Path folder, long memory, List<Migration> migrations) {
        prepare(folder, migrations.size() + 1);
        FolderLock lock = FolderLock.take(folder);
        try {
            Database database = opened(folder, memory, migrations);
            lock.sign();
            return new DataFolder(folder, lock, database, migrations.size() + 1);
        } catch (IOException e) {
            throw undoing(lock, FolderException.disk(folder, e));
        } catch (RuntimeException e) {
            throw undoing(lock, e);
        }
    }

    private static void prepare(Path folder, int current) {
        try {
            Files.createDirectories(folder);
            if (Tree.isEmpty(folder)) {
                new Format(current, false).write(folder);
            }
        } catch (IOException e) {
            throw new FolderException(
                    Reason.READ_ONLY,
                    "The data folder " + folder + " cannot be made: " + e + ". Choose another folder with --data.",
                    e);
        }
        FolderChecks.isPorchlights(folder);
        FolderChecks.isWritable(folder);
    }

    private static Database opened(Path folder, long memory, List<Migration> migrations) throws IOException {
        int current = migrations.size() + 1;
        Format found = FolderChecks.format(folder, current);
        Path path = folder.resolve(DATABASE);
        if (!found.complete()) {
            return made(folder, path, memory, current);
        }
        FolderChecks.isWhole(folder, path, memory, found.version());
        Seal.remove(folder);
        try {
            for (int version = found.version(); version < current; version++) {
                migrations.get(version - 1).run(path);
                new Format(version + 1, true).write(folder);
            }
            return Database.open(path, memory);
        } catch (RocksDBException e) {
            throw FolderChecks.explained(folder, e);
        }
    }

    /** What a crash left of an earlier attempt goes first. */
    private static Database made(Path folder, Path path, long memory, int current) throws IOException {
        Tree.delete(path);
        Files.createDirectory(path);
        try {
            Database database = Database.create(path, memory);
            new Format(current, true).write(folder);
            return database;
        } catch (RocksDBException e) {
            throw FolderException.disk(folder, e);
        }
    }

    private static RuntimeException undoing(FolderLock lock, RuntimeException reason) {
        try {
            lock.undo();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
        return reason;
    }

    public Database database() {
        return database;
    }

    /** Writes a backup of what is now in the folder. */
    public synchronized void backup(Path target) {
        Backup.write(database, version, folder, target.toAbsolutePath().normalize());
    }

    @Override
    public void close() {
        database.close();
        seal();
        try {
            lock.close();
        } catch (IOException e) {
            throw FolderException.disk(folder, e);
        }
    }

    /** On a full disk there is no room for it, and a stop must not fail for that. */
    private void seal() {
        try {
            Seal.write(folder);
        } catch (IOException e) {
            System.getLogger(DataFolder.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "Could not seal the folder; the next start can check less of it",
                            e);
        }
    }
}
