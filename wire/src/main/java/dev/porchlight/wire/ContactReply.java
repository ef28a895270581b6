package dev.porchlight.wire;

import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a user can see, as /v2/contacts tells of them.
 *
 * @param contactType 1, a user
 * @param presenceStatus only where it was asked for
 */
public record ContactReply(
        String id,
        String email,
        String firstName,
        String lastName,
        String displayName,
        int contactType,
        @Nullable String presenceStatus) {}
