package dev.porchlight.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An access token that was just made.
 *
 * @param token shown here and never again
 * @param expiresAt absent for never
 */
public record NewTokenReply(
        String token,
        @Nullable String user,
        String name,
        List<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt) {
    @Override
    public String toString() {
        return "NewTokenReply[user=" + user + ", name=" + name + "]";
    }
}
