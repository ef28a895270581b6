package dev.porchlight.store.embedded.rocks;

import dev.porchlight.rows.Table;
import dev.porchlight.rows.View;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.rocksdb.Checkpoint;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.FlushOptions;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Snapshot;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** RocksDB between open and close. Must not be used after it is closed: native code would not survive it. */
final class Opened implements AutoCloseable {
    private final RocksDB rocks;
    private final Map<Table, ColumnFamilyHandle> families = new EnumMap<>(Table.class);
    private final ReadOptions latest = new ReadOptions();
    private final WriteOptions synced = new WriteOptions().setSync(true);
    private final RocksView view;

    private Opened(RocksDB rocks, int format, List<ColumnFamilyHandle> handles) {
        this.rocks = rocks;
        Iterator<ColumnFamilyHandle> inOrder = handles.iterator();
        for (Table table : Families.of(format)) {
            families.put(table, inOrder.next());
        }
        this.view = new RocksView(rocks, families, latest);
    }

    static Opened create(Path folder, Settings settings) throws RocksDBException {
        try (DBOptions creating = new DBOptions(settings.options())
                .setCreateIfMissing(true)
                .setCreateMissingColumnFamilies(true)
                .setErrorIfExists(true)) {
            return open(folder, settings, Families.FORMAT, creating);
        }
    }

    static Opened open(Path folder, Settings settings) throws RocksDBException {
        return open(folder, settings, Families.FORMAT, settings.options());
    }

    /** Opens it with the tables of a format, and makes those that an older one did not have. */
    static Opened upgrade(Path folder, Settings settings, int format) throws RocksDBException {
        try (DBOptions adding = new DBOptions(settings.options()).setCreateMissingColumnFamilies(true)) {
            return open(folder, settings, format, adding);
        }
    }

    /** Opens it without writing a byte, so that damage is found before anything changes. */
    static Opened openReadOnly(Path folder, Settings settings, int format) throws RocksDBException {
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        return new Opened(
                RocksDB.openReadOnly(settings.options(), folder.toString(), settings.families(format), handles),
                format,
                handles);
    }

    private static Opened open(Path folder, Settings settings, int format, DBOptions options) throws RocksDBException {
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        return new Opened(
                RocksDB.open(options, folder.toString(), settings.families(format), handles), format, handles);
    }

    /** The numbers by which batches name the tables. */
    Map<Table, Integer> ids() {
        Map<Table, Integer> ids = new EnumMap<>(Table.class);
        families.forEach((table, family) -> ids.put(table, family.getID()));
        return ids;
    }

    View view() {
        return view;
    }

    Snapshot snapshot() {
        return rocks.getSnapshot();
    }

    void release(Snapshot snapshot) {
        rocks.releaseSnapshot(snapshot);
        snapshot.close();
    }

    View view(ReadOptions options) {
        return new RocksView(rocks, families, options);
    }

    void write(byte[] batch) throws RocksDBException {
        try (WriteBatch changes = new WriteBatch(batch)) {
            rocks.write(synced, changes);
        }
    }

    void checkpoint(Path target) throws RocksDBException {
        try (Checkpoint checkpoint = Checkpoint.create(rocks)) {
            checkpoint.createCheckpoint(target.toString());
        }
    }

    /** Leaves the next start nothing to read again. */
    void flush() throws RocksDBException {
        try (FlushOptions waiting = new FlushOptions()) {
            rocks.flush(waiting, List.copyOf(families.values()));
        }
    }

    @Override
    public void close() {
        families.values().forEach(ColumnFamilyHandle::close);
        rocks.close();
        latest.close();
        synced.close();
    }
}
