package dev.porchlight.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reply to GET /v1/users/{userId}/presence: the answer, and how it came about. */
public record PresenceReply(
        @Required String user,
        @Required String status,
        @Required Instant since,
        @Nullable Instant until,
        long revision,
        @Required Why why) {

    /**
     * The working behind the answer.
     *
     * @param rule which line of docs/semantics.md, "The answer", gave the status, in lower case with underscores
     * @param winner {@code declaration}, {@code claim:SOURCE}, {@code sessions} or {@code nobody}
     * @param nextChange when the answer next changes by itself, absent for never
     */
    public record Why(
            @Required String rule,
            @Required String winner,
            @Required List<SessionLine> sessions,
            @Required List<ClaimLine> claims,
            @Nullable DeclarationLine declaration,
            @Nullable Instant nextChange) {}

    /** A live session. */
    public record SessionLine(
            String sessionId,
            String platform,
            String version,
            String state,
            Instant since,
            Instant stateSince,
            Instant leaseUntil) {}

    /** A live claim. */
    public record ClaimLine(
            String source,
            String status,
            Instant since,
            @Nullable Instant until) {}

    /** The live declaration. */
    public record DeclarationLine(
            String status, Instant since, @Nullable Instant until, String by) {}
}
