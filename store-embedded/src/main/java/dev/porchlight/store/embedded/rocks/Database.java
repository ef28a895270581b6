package dev.porchlight.store.embedded.rocks;

import dev.porchlight.engine.port.StoreUnavailableException;
import dev.porchlight.rows.Table;
import dev.porchlight.rows.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.Snapshot;

/**
 * The tables on disk. Any thread may read; one writes. After a write that failed, a full disk for instance, reads go on, and
 * the next write opens RocksDB again as soon as the disk takes data: what is then on disk is what holds.
 */
public final class Database implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 1;

    private final Path folder;
    private final Settings settings;
    private final Map<Table, Integer> ids;

    /** Held by readers while they read, so that nobody closes RocksDB under them. */
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();

    private @Nullable Opened opened;
    private boolean closed;
    private volatile boolean broken;

    private Database(Path folder, Settings settings, Opened opened) {
        this.folder = folder;
        this.settings = settings;
        this.opened = opened;
        this.ids = opened.ids();
    }

    /** Makes an empty database in a folder that has none. */
    public static Database create(Path folder, long memory) throws RocksDBException {
        return opened(folder, memory, Opened::create);
    }

    /** Opens what is there. */
    public static Database open(Path folder, long memory) throws RocksDBException {
        return opened(folder, memory, Opened::open);
    }

    /** Whether there is a log; a database has one even when nothing is in it, and is opened without a word when it is lost. */
    public static boolean hasLog(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".log"));
        }
    }

    /** Throws where the database in the folder, of that format, is not whole, and changes nothing. */
    public static void verify(Path folder, long memory, int format) throws RocksDBException {
        try (Settings settings = new Settings(memory);
                Opened readable = Opened.openReadOnly(folder, settings, format)) {
            readable.view().last(Table.META);
        }
    }

    /** Makes the tables that an older format did not have, where they are missing. */
    public static void addTables(Path folder, long memory, int format) throws RocksDBException {
        try (Settings settings = new Settings(memory);
                Opened upgraded = Opened.upgrade(folder, settings, format)) {
            upgraded.flush();
        }
    }

    private static Database opened(Path folder, long memory, Opening opening) throws RocksDBException {
        Settings settings = new Settings(memory);
        try {
            return new Database(folder, settings, opening.open(folder, settings));
        } catch (RocksDBException | RuntimeException e) {
            settings.close();
            throw e;
        }
    }

    int id(Table table) {
        return Objects.requireNonNull(ids.get(table), table::name);
    }

    /** The row's value, or null where there is none. */
    public byte @Nullable [] get(Table table, byte[] key) {
        return read(view -> view.get(table, key));
    }

    /** Reads what is written now and later. */
    public <T extends @Nullable Object> T read(Function<View, T> reader) {
        use.readLock().lock();
        try {
            return reader.apply(opened().view());
        } finally {
            use.readLock().unlock();
        }
    }

    /** Reads what was written before, all tables as of the same moment. */
    public <T extends @Nullable Object> T readSnapshot(Function<View, T> reader) {
        use.readLock().lock();
        try {
            Opened current = opened();
            Snapshot snapshot = current.snapshot();
            try (ReadOptions options = new ReadOptions().setSnapshot(snapshot).setFillCache(false)) {
                return reader.apply(current.view(options));
            } finally {
                current.release(snapshot);
            }
        } finally {
            use.readLock().unlock();
        }
    }

    /** Writes a copy that can be opened; only where {@code target} does not exist. */
    public void checkpoint(Path target) throws RocksDBException {
        use.readLock().lock();
        try {
            opened().checkpoint(target);
        } finally {
            use.readLock().unlock();
        }
    }

    boolean isBroken() {
        return broken;
    }

    /** Makes the batch durable. */
    void write(byte[] batch) {
        use.readLock().lock();
        try {
            opened().write(batch);
        } catch (RocksDBException e) {
            broken = true;
            throw new StoreUnavailableException(
                    "The store cannot write to " + folder + ": " + e.getMessage()
                            + ". Nothing of the request was stored. Make room on the disk or repair it; no restart is needed.",
                    e);
        } finally {
            use.readLock().unlock();
        }
    }

    /** After a failed write: opens RocksDB again if the disk takes data. Throws where it does not. */
    void recover() {
        DiskProbe.check(folder);
        if (!tryWriteLock()) {
            throw new StoreUnavailableException(
                    "The store in " + folder + " is being read and cannot be opened again yet.");
        }
        try {
            closeOpened();
            opened = Opened.open(folder, settings);
            broken = false;
        } catch (RocksDBException e) {
            throw new StoreUnavailableException(
                    "The store in " + folder + " cannot be opened again: " + e.getMessage(), e);
        } finally {
            use.writeLock().unlock();
        }
    }

    private boolean tryWriteLock() {
        try {
            return use.writeLock().tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Opened opened() {
        Opened current = opened;
        if (current == null) {
            throw new StoreUnavailableException("The store in " + folder
                    + (closed
                            ? " is closed."
                            : " could not be opened again after a failed write; the next one tries."));
        }
        return current;
    }

    private void closeOpened() {
        Opened current = opened;
        opened = null;
        if (current != null) {
            current.close();
        }
    }

    /** Waits for readers. What was written stays, even where the last flush fails: the log has it. */
    @Override
    public void close() {
        use.writeLock().lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            flush();
            closeOpened();
            settings.close();
        } finally {
            use.writeLock().unlock();
        }
    }

    private void flush() {
        Opened current = opened;
        if (current == null || broken) {
            return;
        }
        try {
            current.flush();
        } catch (RocksDBException e) {
            System.getLogger(Database.class.getName())
                    .log(System.Logger.Level.WARNING, "Could not flush; the next start reads the log instead", e);
        }
    }

    private interface Opening {
        Opened open(Path folder, Settings settings) throws RocksDBException;
    }
}
