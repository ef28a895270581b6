package dev.porchlight.wire.archive;

import dev.porchlight.wire.Required;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is stored of one user's presence.
 *
 * @param updatedAt when the API last set the declaration
 * @param shown what watchers were last told
 * @param changedAt when that changed
 * @param alarm when the answer next changes by itself
 */
public record PresenceLine(
        @Required String account,
        @Required String user,
        @Required Long revision,
        @Required List<SessionPart> sessions,
        @Required List<ClaimPart> claims,
        @Nullable DeclarationPart declaration,
        @Nullable Instant updatedAt,
        @Required AnswerLine shown,
        @Nullable Instant changedAt,
        @Nullable Instant alarm) {

    /**
     * A signed-in client.
     *
     * @param state {@code active} or {@code idle}
     */
    public record SessionPart(
            @Required String id,
            @Required String platform,
            @Required String version,
            @Required String state,
            @Required Instant since,
            @Required Instant stateSince,
            @Required Instant leaseUntil) {}

    /** A status that another source reports. */
    public record ClaimPart(
            @Required String source,
            @Required String status,
            @Required Instant since,
            @Nullable Instant until) {}

    /** The status that was set. */
    public record DeclarationPart(
            @Required String status,
            @Required Instant since,
            @Nullable Instant until,
            @Required String by) {}
}
