package dev.porchlight.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a watcher is told: the whole answer, never a difference. A watcher that keeps the highest revision of each user is
 * right whatever arrives late, twice or not at all.
 */
public record WatchEvent(
        @Required String user,
        @Required String status,
        @Required Instant since,
        @Nullable Instant until,
        long revision,
        @Required Instant changedAt) {}
