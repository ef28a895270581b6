package dev.porchlight.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The body of PUT /v1/users/{userId}/claims/{source}.
 *
 * @param until the claim's end; neither this nor {@code duration} for one that lasts until released
 * @param duration in minutes from now, in place of {@code until}
 */
public record ClaimRequest(
        @Required String status,
        @Nullable Instant until,
        @Nullable Integer duration) {}
