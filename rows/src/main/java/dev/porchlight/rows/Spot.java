package dev.porchlight.rows;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where a row is, as the key of a map: tables and the bytes of keys are compared. */
public final class Spot {
    private final Table table;
    private final byte[] key;
    private final int hash;

    public Spot(Table table, byte[] key) {
        this.table = table;
        this.key = key;
        this.hash = 31 * table.hashCode() + Arrays.hashCode(key);
    }

    public Table table() {
        return table;
    }

    public byte[] key() {
        return key;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Spot spot && table == spot.table && Arrays.equals(key, spot.key);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
