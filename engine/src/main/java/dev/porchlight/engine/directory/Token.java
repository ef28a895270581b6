package dev.porchlight.engine.directory;

import java.time.Instant;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * An access token as it is stored.
 *
 * @param hash of the token, never the token itself
 * @param user whose token it is, or null for a server-to-server token, which has no {@code me}
 * @param app the OAuth app that it was issued to, or null
 * @param name what it is for, in a person's words
 * @param expiresAt null for never
 */
public record Token(
        String hash,
        String account,
        @Nullable String user,
        @Nullable String app,
        String name,
        SortedSet<String> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt) {}
