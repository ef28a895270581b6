package dev.porchlight.rows;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables as a reader sees them. Every call may block while the engine reads. */
public interface View {

    /** The row's value, or null where there is none. */
    byte @Nullable [] get(Table table, byte[] key);

    /** The values of those of these rows that there are, in their order: whoever reads from afar reads them together. */
    default List<byte[]> getAll(Table table, List<byte[]> keys) {
        List<byte[]> values = new ArrayList<>(keys.size());
        for (byte[] key : keys) {
            byte[] value = get(table, key);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /** Visits rows upwards, beginning with the first whose key is {@code from} or above. */
    void scan(Table table, byte[] from, Visitor visitor);

    /** Visits rows downwards, beginning with the last whose key is {@code from} or below. */
    void scanBack(Table table, byte[] from, Visitor visitor);

    /** The last key of the table, or null where it is empty. */
    byte @Nullable [] last(Table table);

    /** The row at which a scan stands. */
    interface Row {
        byte[] key();

        byte[] value();
    }

    /** Sees the rows of a scan, one after the other. */
    interface Visitor {
        /** Answers whether to go on. */
        boolean visit(Row row);
    }
}
