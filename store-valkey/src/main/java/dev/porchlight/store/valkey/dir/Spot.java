package dev.porchlight.store.valkey.dir;

import dev.porchlight.rows.Table;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where a row is: keys are compared by their bytes. */
final class Spot {
    private final Table table;
    private final byte[] key;

    Spot(Table table, byte[] key) {
        this.table = table;
        this.key = key;
    }

    Table table() {
        return table;
    }

    byte[] key() {
        return key;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Spot spot && table == spot.table && Arrays.equals(key, spot.key);
    }

    @Override
    public int hashCode() {
        return 31 * table.hashCode() + Arrays.hashCode(key);
    }
}
