package dev.porchlight.store.embedded.rocks;

import org.rocksdb.RocksIterator;

/** The row at which a scan stands. */
public final class Cursor {
    private final RocksIterator rows;

    Cursor(RocksIterator rows) {
        this.rows = rows;
    }

    public byte[] key() {
        return rows.key();
    }

    public byte[] value() {
        return rows.value();
    }

    /** Sees the rows of a scan, one after the other. */
    public interface Visitor {
        /** Answers whether to go on. */
        boolean visit(Cursor row);
    }
}
