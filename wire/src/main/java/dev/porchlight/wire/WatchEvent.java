package dev.porchlight.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a watcher is told: the whole answer, never a difference. A watcher that keeps the highest revision of each user, and
 * whatever is corrected, is right whatever arrives late, twice or not at all.
 *
 * @param corrected true where the answer stands in the place of one with this revision or a higher one: the store was set back;
 *     else null
 */
public record WatchEvent(
        @Required String user,
        @Required String status,
        @Required Instant since,
        @Nullable Instant until,
        long revision,
        @Required Instant changedAt,
        @Nullable Boolean corrected) {

    public WatchEvent(
            String user, String status, Instant since, @Nullable Instant until, long revision, Instant changedAt) {
        this(user, status, since, until, revision, changedAt, null);
    }
}
