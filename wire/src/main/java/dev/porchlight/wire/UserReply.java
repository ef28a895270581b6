package dev.porchlight.wire;

import java.time.Instant;

/**
 * A user, as /v2/users tells of one.
 *
 * @param type 1 basic, 2 licensed
 * @param status {@code active} or {@code inactive}: whether the user may be used, not the presence
 */
public record UserReply(
        String id,
        String email,
        String firstName,
        String lastName,
        String displayName,
        int type,
        String status,
        Instant createdAt,
        String accountId) {}
