package dev.porchlight.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The reply to GET /v2/users/{userId}/presence_status.
 *
 * @param endTime only for one's own Do_Not_Disturb
 * @param remainingTime in seconds, only for one's own Do_Not_Disturb
 */
public record PresenceStatusReply(
        @Required String status,
        @Nullable Instant endTime,
        @Nullable Long remainingTime) {

    /** Anybody else's status, or one that has no end. */
    public static PresenceStatusReply of(String status) {
        return new PresenceStatusReply(status, null, null);
    }
}
