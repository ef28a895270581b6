package dev.porchlight.wire.archive;

import dev.porchlight.wire.Required;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An access token, hashed.
 *
 * @param user whose it is; absent for a server-to-server token
 * @param app the OAuth app that it was issued to, where it was one
 */
public record TokenLine(
        @Required String hash,
        @Required String account,
        @Nullable String user,
        @Nullable String app,
        @Required String name,
        @Required List<String> scopes,
        @Required Instant createdAt,
        @Nullable Instant expiresAt) {}
