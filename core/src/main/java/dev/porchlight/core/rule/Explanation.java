package dev.porchlight.core.rule;

import dev.porchlight.core.presence.Answer;
import dev.porchlight.core.presence.Claim;
import dev.porchlight.core.presence.Presence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The working behind an answer, as data.
 *
 * @param line which line of the rules gave the answer
 * @param claim the claim that won, where one did
 * @param presence every live session, claim and declaration
 * @param nextChange when the answer next changes by itself, or null for never
 */
public record Explanation(
        Answer answer,
        Line line,
        @Nullable Claim claim,
        Presence presence,
        @Nullable Instant nextChange) {}
