package dev.porchlight.store.embedded.rocks;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The next batch in the making, and single rows as they will be after it. Scans do not see the draft; see
 * {@link Change#alone}.
 */
public final class Draft {
    private final Database database;
    private final Batch batch = new Batch();

    /** Null for a row that is removed. */
    private final Map<Row, byte @Nullable []> pending = new HashMap<>();

    Draft(Database database) {
        this.database = database;
    }

    /** Whether the draft itself sets or removes the row. */
    public boolean touches(Table table, byte[] key) {
        return pending.containsKey(new Row(table, key));
    }

    /** The row's value after the draft, or null where there will be none. */
    public byte @Nullable [] get(Table table, byte[] key) {
        Row row = new Row(table, key);
        return pending.containsKey(row) ? pending.get(row) : database.get(table, key);
    }

    /** Sets a row that later changes of the same draft may ask for. */
    public void put(Table table, byte[] key, byte[] value) {
        batch.put(database.id(table), key, value);
        pending.put(new Row(table, key), value);
    }

    /** Removes a row that later changes of the same draft may ask for. */
    public void delete(Table table, byte[] key) {
        batch.delete(database.id(table), key);
        pending.put(new Row(table, key), null);
    }

    /** Sets a row for which no change of a draft asks. */
    public void append(Table table, byte[] key, byte[] value) {
        batch.put(database.id(table), key, value);
    }

    /** Removes an appended row. */
    public void drop(Table table, byte[] key) {
        batch.delete(database.id(table), key);
    }

    /** Removes an appended row whose key was appended exactly once since it was last removed. */
    public void dropSingle(Table table, byte[] key) {
        batch.deleteSingle(database.id(table), key);
    }

    /** Removes appended rows from one key, included, to another, excluded. */
    public void dropRange(Table table, byte[] from, byte[] to) {
        batch.deleteRange(database.id(table), from, to);
    }

    /** What is written, without the draft. */
    public <T extends @Nullable Object> T read(Function<View, T> reader) {
        return database.read(reader);
    }

    /** For a change that stands alone: nothing of it is to be written after all. */
    public void discard() {
        clear();
    }

    Batch batch() {
        return batch;
    }

    void clear() {
        batch.clear();
        pending.clear();
    }

    private static final class Row {
        private final Table table;
        private final byte[] key;
        private final int hash;

        Row(Table table, byte[] key) {
            this.table = table;
            this.key = key;
            this.hash = 31 * table.hashCode() + Arrays.hashCode(key);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Row row && table == row.table && Arrays.equals(key, row.key);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
