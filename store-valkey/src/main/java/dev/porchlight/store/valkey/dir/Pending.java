package dev.porchlight.store.valkey.dir;

import dev.porchlight.rows.Spot;
import dev.porchlight.rows.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is to be stored: first the ranges that go, then each row as it will be, or empty where it goes. */
record Pending(Map<Spot, Optional<byte[]>> rows, List<Range> gaps) {

    Pending() {
        this(new LinkedHashMap<>(), new ArrayList<>());
    }

    /** Whether it sets the row or removes it. */
    boolean sets(Spot row) {
        return rows.containsKey(row);
    }

    /** What the row will be, or null where it goes or is not set. */
    byte @Nullable [] get(Spot row) {
        return rows.getOrDefault(row, Optional.empty()).orElse(null);
    }

    void set(Table table, byte[] key, Optional<byte[]> value) {
        rows.put(new Spot(table, key), value);
    }

    /** @param to excluded */
    void drop(Table table, byte[] from, byte[] to) {
        rows.keySet()
                .removeIf(row -> row.table() == table
                        && Arrays.compareUnsigned(row.key(), from) >= 0
                        && Arrays.compareUnsigned(row.key(), to) < 0);
        gaps.add(new Range(table, Bound.including(from), Bound.excluding(to)));
    }

    /** What came later, and dropped no range if there was anything before. */
    void add(Pending later) {
        if (!later.gaps.isEmpty() && !isEmpty()) {
            throw new IllegalStateException("a change that drops ranges stands alone");
        }
        gaps.addAll(later.gaps);
        rows.putAll(later.rows);
    }

    boolean isEmpty() {
        return rows.isEmpty() && gaps.isEmpty();
    }

    void clear() {
        rows.clear();
        gaps.clear();
    }
}
