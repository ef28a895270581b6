package dev.porchlight.wire.archive;

import dev.porchlight.wire.Required;
import java.time.Instant;

/**
 * Somebody's look at a user's history.
 *
 * @param at when they looked
 * @param from the changes asked for begin here
 * @param to and end here; the same as {@code from} where one instant was asked for
 */
public record ReadingLine(
        @Required String account,
        @Required String user,
        @Required Instant at,
        @Required String by,
        @Required Instant from,
        @Required Instant to) {}
