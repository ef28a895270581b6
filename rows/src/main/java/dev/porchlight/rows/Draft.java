package dev.porchlight.rows;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A change in the making, and single rows as they will be after it. All of it is stored or nothing. Scans do not see the
 * draft; see {@link Rows#changeAlone}.
 */
public interface Draft {

    /** Whether the draft itself sets or removes the row. */
    boolean touches(Table table, byte[] key);

    /** The row's value after the draft, or null where there will be none. */
    byte @Nullable [] get(Table table, byte[] key);

    /** Rows that will be asked for: whoever reads them from afar reads them together. */
    default void expect(Table table, List<byte[]> keys) {}

    /** Sets a row that later changes of the same draft may ask for. */
    void put(Table table, byte[] key, byte[] value);

    /** Removes a row that later changes of the same draft may ask for. */
    void delete(Table table, byte[] key);

    /** Sets a row for which no change of a draft asks. */
    void append(Table table, byte[] key, byte[] value);

    /** Removes an appended row. */
    void drop(Table table, byte[] key);

    /** Removes an appended row whose key was appended exactly once since it was last removed. */
    void dropSingle(Table table, byte[] key);

    /** Removes appended rows from one key, included, to another, excluded. */
    void dropRange(Table table, byte[] from, byte[] to);

    /** What is written, without the draft. */
    <T extends @Nullable Object> T read(Function<View, T> reader);

    /** For a change that stands alone: nothing of it is to be written after all. */
    void discard();
}
