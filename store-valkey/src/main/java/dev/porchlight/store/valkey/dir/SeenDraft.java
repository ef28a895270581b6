package dev.porchlight.store.valkey.dir;

import dev.porchlight.rows.Draft;
import dev.porchlight.rows.Spot;
import dev.porchlight.rows.Table;
import dev.porchlight.rows.View;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One change in the making.
 *
 * @param seen what is read is noted there
 * @param before drafted by changes before it, which are stored together with it
 * @param own drafted by itself
 */
record SeenDraft(Seen seen, Pending before, Pending own) implements Draft {

    @Override
    public boolean touches(Table table, byte[] key) {
        Spot row = new Spot(table, key);
        return own.sets(row) || before.sets(row);
    }

    @Override
    public byte @Nullable [] get(Table table, byte[] key) {
        Spot row = new Spot(table, key);
        if (own.sets(row)) {
            return own.get(row);
        }
        return before.sets(row) ? before.get(row) : seen.get(table, key);
    }

    @Override
    public void expect(Table table, List<byte[]> keys) {
        seen.expect(table, keys);
    }

    @Override
    public void put(Table table, byte[] key, byte[] value) {
        own.set(table, key, Optional.of(value));
    }

    @Override
    public void delete(Table table, byte[] key) {
        own.set(table, key, Optional.empty());
    }

    @Override
    public void append(Table table, byte[] key, byte[] value) {
        put(table, key, value);
    }

    @Override
    public void drop(Table table, byte[] key) {
        delete(table, key);
    }

    @Override
    public void dropSingle(Table table, byte[] key) {
        delete(table, key);
    }

    @Override
    public void dropRange(Table table, byte[] from, byte[] to) {
        own.drop(table, from, to);
    }

    @Override
    public <T extends @Nullable Object> T read(Function<View, T> reader) {
        return reader.apply(seen);
    }

    @Override
    public void discard() {
        own.clear();
    }
}
