package dev.porchlight.store.valkey.dir;

import dev.porchlight.rows.Table;

/** Rows of a table from one bound to another, see {@link Bound}. */
final class Range {
    private final Table table;
    private final byte[] from;
    private final byte[] to;

    Range(Table table, byte[] from, byte[] to) {
        this.table = table;
        this.from = from;
        this.to = to;
    }

    Table table() {
        return table;
    }

    byte[] from() {
        return from;
    }

    byte[] to() {
        return to;
    }
}
