package dev.porchlight.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An access token, without the token itself, which nobody knows any more.
 *
 * @param userId whose it is; absent for a server-to-server token
 * @param clientId the app that it was issued to, where it was one
 * @param expiresAt absent for never
 */
public record TokenReply(
        String tokenId,
        String name,
        @Nullable String userId,
        @Nullable String clientId,
        List<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt) {}
