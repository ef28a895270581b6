package dev.porchlight.store.embedded.rocks;

import dev.porchlight.engine.port.StoreUnavailableException;
import dev.porchlight.rows.Table;
import dev.porchlight.rows.View;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** The tables as a reader sees them: what is written and, where it is a snapshot, nothing newer than its start. */
final class RocksView implements View {
    private final RocksDB rocks;
    private final Map<Table, ColumnFamilyHandle> families;
    private final ReadOptions options;

    RocksView(RocksDB rocks, Map<Table, ColumnFamilyHandle> families, ReadOptions options) {
        this.rocks = rocks;
        this.families = families;
        this.options = options;
    }

    @Override
    public byte @Nullable [] get(Table table, byte[] key) {
        try {
            return rocks.get(family(table), options, key);
        } catch (RocksDBException e) {
            throw unreadable(table, e);
        }
    }

    @Override
    public void scan(Table table, byte[] from, Visitor visitor) {
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

    @Override
    public void scanBack(Table table, byte[] from, Visitor visitor) {
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

    @Override
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

    /** The row at which a scan stands. */
    private record Cursor(RocksIterator rows) implements Row {
        @Override
        public byte[] key() {
            return rows.key();
        }

        @Override
        public byte[] value() {
            return rows.value();
        }
    }
}
