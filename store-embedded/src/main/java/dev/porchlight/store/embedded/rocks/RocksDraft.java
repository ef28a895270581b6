package dev.porchlight.store.embedded.rocks;

import dev.porchlight.rows.Draft;
import dev.porchlight.rows.Spot;
import dev.porchlight.rows.Table;
import dev.porchlight.rows.View;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The next batch in the making, and single rows as they will be after it. Scans do not see the draft; see
 * {@link Change#alone}.
 */
final class RocksDraft implements Draft {
    private final Database database;
    private final Batch batch = new Batch();

    /** Null for a row that is removed. */
    private final Map<Spot, byte @Nullable []> pending = new HashMap<>();

    RocksDraft(Database database) {
        this.database = database;
    }

    @Override
    public boolean touches(Table table, byte[] key) {
        return pending.containsKey(new Spot(table, key));
    }

    @Override
    public byte @Nullable [] get(Table table, byte[] key) {
        Spot row = new Spot(table, key);
        return pending.containsKey(row) ? pending.get(row) : database.get(table, key);
    }

    @Override
    public void put(Table table, byte[] key, byte[] value) {
        batch.put(database.id(table), key, value);
        pending.put(new Spot(table, key), value);
    }

    @Override
    public void delete(Table table, byte[] key) {
        batch.delete(database.id(table), key);
        pending.put(new Spot(table, key), null);
    }

    @Override
    public void append(Table table, byte[] key, byte[] value) {
        batch.put(database.id(table), key, value);
    }

    @Override
    public void drop(Table table, byte[] key) {
        batch.delete(database.id(table), key);
    }

    @Override
    public void dropSingle(Table table, byte[] key) {
        batch.deleteSingle(database.id(table), key);
    }

    @Override
    public void dropRange(Table table, byte[] from, byte[] to) {
        batch.deleteRange(database.id(table), from, to);
    }

    @Override
    public <T extends @Nullable Object> T read(Function<View, T> reader) {
        return database.read(reader);
    }

    @Override
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
}
