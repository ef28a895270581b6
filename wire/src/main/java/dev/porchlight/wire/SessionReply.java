package dev.porchlight.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The lease that was given, and the status of the session's user right after. */
public record SessionReply(
        @Required Instant leaseUntil,
        @Required String status,
        @Required Instant since,
        @Nullable Instant until,
        long revision) {}
