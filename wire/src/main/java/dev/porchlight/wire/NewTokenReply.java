package dev.porchlight.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An access token that was just made.
 *
 * @param tokenId names the token where it is listed or revoked
 * @param accessToken shown here and never again
 * @param userId whose it is; absent for a server-to-server token
 * @param expiresAt absent for never
 */
public record NewTokenReply(
        String tokenId,
        String accessToken,
        @Nullable String userId,
        String name,
        List<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt) {
    @Override
    public String toString() {
        return "NewTokenReply[tokenId=" + tokenId + ", name=" + name + "]";
    }
}
