package dev.porchlight.wire.dev;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The body of POST /_dev/clock: at least one of them.
 *
 * @param advance by how much to go on, as ISO 8601, such as {@code PT61S} or {@code P7D}
 * @param set where to go instead
 * @param frozen whether time then stands still, until it is moved again
 */
public record ClockRequest(
        @Nullable String advance,
        @Nullable Instant set,
        @Nullable Boolean frozen) {}
