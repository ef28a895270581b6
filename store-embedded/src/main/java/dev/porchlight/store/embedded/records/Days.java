package dev.porchlight.store.embedded.records;

import dev.porchlight.rows.Table;
import dev.porchlight.rows.View;
import java.util.ArrayList;
import java.util.List;

/**
 * Days of the history or of the readings, both ends included; none where the first is after the last.
 *
 * @param first days since 1970-01-01
 */
record Days(int first, int last) {
    private static final Days NONE = new Days(0, -1);

    /** Those that have rows. */
    static Days kept(View view, Table table) {
        byte[] last = view.last(table);
        if (last == null) {
            return NONE;
        }
        List<byte[]> first = new ArrayList<>(1);
        view.scan(table, new byte[0], row -> {
            first.add(row.key());
            return false;
        });
        return new Days(TimeKeys.day(first.getFirst()), TimeKeys.day(last));
    }

    Days within(int from, int to) {
        return new Days(Math.max(first, from), Math.min(last, to));
    }
}
