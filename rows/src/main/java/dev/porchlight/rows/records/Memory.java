package dev.porchlight.rows.records;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is kept in memory.
 *
 * @param users bytes of heap, roughly, for users and their addresses
 * @param tokens the same for tokens
 * @param fresh how long a record may be answered that another process may have changed; null where no other writes
 */
public record Memory(long users, long tokens, @Nullable Duration fresh) {
    boolean isShared() {
        return fresh != null;
    }
}
