package dev.porchlight.store.embedded.rocks;

import dev.porchlight.engine.port.StoreUnavailableException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** The tables as a reader sees them: what is written and, where it is a snapshot, nothing newer than its start. */
public final class View {
    private final RocksDB rocks;
    private final Map<Table, ColumnFamilyHandle> families;
    private final ReadOptions options;

    View(RocksDB rocks, Map<Table, ColumnFamilyHandle> families, ReadOptions options) {
        this.rocks = rocks;
        this.families = families;
        this.options = options;
    }

    /** The row's value, or null where there is none. */
    public byte @Nullable [] get(Table table, byte[] key) {
        try {
            return rocks.get(family(table), options, key);
        } catch (RocksDBException e) {
            throw unreadable(table, e);
        }
    }

    /** Visits rows upwards, beginning with the first whose key is {@code from} or above. */
    public void scan(Table table, byte[] from, Cursor.Visitor visitor) {
        try (RocksIterator rows = rocks.newIterator(family(table), options)) {
            Cursor cursor = new Cursor(rows);
            rows.seek(from);
            while (rows.isValid() && visitor.visit(cursor)) {
                rows.next();
            }
            rows.status();
        } catch (RocksDBException e) {
            throw unreadable(table, e);
        }
    }

    /** Visits rows downwards, beginning with the last whose key is {@code from} or below. */
    public void scanBack(Table table, byte[] from, Cursor.Visitor visitor) {
        try (RocksIterator rows = rocks.newIterator(family(table), options)) {
            Cursor cursor = new Cursor(rows);
            rows.seekForPrev(from);
            while (rows.isValid() && visitor.visit(cursor)) {
                rows.prev();
            }
            rows.status();
        } catch (RocksDBException e) {
            throw unreadable(table, e);
        }
    }

    /** The last key of the table, or null where it is empty. */
    public byte @Nullable [] last(Table table) {
        try (RocksIterator rows = rocks.newIterator(family(table), options)) {
            rows.seekToLast();
            rows.status();
            return rows.isValid() ? rows.key() : null;
        } catch (RocksDBException e) {
            throw unreadable(table, e);
        }
    }

    private ColumnFamilyHandle family(Table table) {
        return Objects.requireNonNull(families.get(table), table::name);
    }

    private static StoreUnavailableException unreadable(Table table, RocksDBException cause) {
        return new StoreUnavailableException(
                "The store cannot read its table " + table + ": " + cause.getMessage()
                        + ". Check the disk; if the data folder is damaged, restore a backup.",
                cause);
    }
}
