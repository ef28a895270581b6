package dev.porchlight.core.presence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A status that a source other than the user reports: a calendar, a meeting, a phone. It holds a status and an end,
 * nothing else of what the source knows.
 *
 * @param source a free name, unique among the user's claims
 * @param since when the source first reported this status without a break
 * @param until when it ends by itself, or null when only its release ends it
 */
public record Claim(
        String source,
        Status status,
        Instant since,
        @Nullable Instant until) {}
