package dev.porchlight.store.valkey.dir;

import dev.porchlight.rows.Spot;
import dev.porchlight.rows.Table;
import dev.porchlight.rows.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * What changes have read of the store: the same row is read once and is the same for all. Several threads may read at once.
 */
final class Seen implements View {
    private final Reads reads;
    private final Map<Spot, Optional<byte[]>> rows = new ConcurrentHashMap<>();
    private final Queue<Scan> scans = new ConcurrentLinkedQueue<>();

    Seen(Reads reads) {
        this.reads = reads;
    }

    /**
     * A scan, as far as it went.
     *
     * @param keys all that there were
     */
    record Scan(Range range, List<byte[]> keys) {}

    @Override
    public byte @Nullable [] get(Table table, byte[] key) {
        Spot row = new Spot(table, key);
        Optional<byte[]> known = rows.get(row);
        return (known != null ? known : note(row, Optional.ofNullable(reads.get(table, key)))).orElse(null);
    }

    @Override
    public List<byte[]> getAll(Table table, List<byte[]> keys) {
        expect(table, keys);
        return View.super.getAll(table, keys);
    }

    /** Reads together what is not known of these. */
    void expect(Table table, List<byte[]> keys) {
        List<byte[]> unknown = keys.stream()
                .filter(key -> !rows.containsKey(new Spot(table, key)))
                .toList();
        List<Optional<byte[]>> values = reads.values(table, unknown);
        for (int i = 0; i < unknown.size(); i++) {
            note(new Spot(table, unknown.get(i)), values.get(i));
        }
    }

    private Optional<byte[]> note(Spot row, Optional<byte[]> read) {
        Optional<byte[]> earlier = rows.putIfAbsent(row, read);
        return earlier == null ? read : earlier;
    }

    @Override
    public void scan(Table table, byte[] from, Visitor visitor) {
        List<byte[]> keys = new ArrayList<>();
        boolean[] stopped = {false};
        reads.scan(table, from, row -> {
            keys.add(row.key());
            stopped[0] = !visitor.visit(noting(table, row));
            return !stopped[0];
        });
        byte[] to = stopped[0] ? Bound.including(keys.getLast()) : Bound.last();
        scans.add(new Scan(new Range(table, Bound.including(from), to), keys));
    }

    @Override
    public void scanBack(Table table, byte[] from, Visitor visitor) {
        List<byte[]> keys = new ArrayList<>();
        boolean[] stopped = {false};
        reads.scanBack(table, from, row -> {
            keys.add(row.key());
            stopped[0] = !visitor.visit(noting(table, row));
            return !stopped[0];
        });
        byte[] lowest = stopped[0] ? Bound.including(keys.getLast()) : Bound.first();
        scans.add(new Scan(new Range(table, lowest, Bound.including(from)), List.copyOf(keys.reversed())));
    }

    @Override
    public byte @Nullable [] last(Table table) {
        byte[] last = reads.last(table);
        byte[] from = last == null ? Bound.first() : Bound.including(last);
        scans.add(new Scan(new Range(table, from, Bound.last()), last == null ? List.of() : List.of(last)));
        return last;
    }

    private Row noting(Table table, Row row) {
        return Kind.of(table) == Kind.KEYS ? row : new Noting(this, table, row);
    }

    /** A row of a scan, whose value counts as read once it is asked for. */
    private record Noting(Seen seen, Table table, Row row) implements Row {
        @Override
        public byte[] key() {
            return row.key();
        }

        /** Where it was read earlier and was not there, both cannot stand, and what is drafted of them is drafted again. */
        @Override
        public byte[] value() {
            return seen.note(new Spot(table, key()), Optional.of(row.value())).orElse(row.value());
        }
    }

    Map<Spot, Optional<byte[]>> rows() {
        return rows;
    }

    Queue<Scan> scans() {
        return scans;
    }
}
