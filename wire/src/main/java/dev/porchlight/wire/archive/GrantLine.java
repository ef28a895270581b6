package dev.porchlight.wire.archive;

import dev.porchlight.wire.Required;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an app exchanges for tokens; its secret is hashed.
 *
 * @param kind {@code code}, {@code refresh} or {@code device}
 * @param redirectUri of a code
 * @param challenge of a code
 * @param deviceHash of a device
 * @param answer of a device: {@code none}, {@code allowed} or {@code denied}
 */
public record GrantLine(
        @Required String hash,
        @Required String family,
        @Required String account,
        @Nullable String user,
        @Required String app,
        @Required List<String> scopes,
        @Required Instant createdAt,
        @Required Instant expiresAt,
        @Nullable String issued,
        @Required String kind,
        @Nullable String redirectUri,
        @Nullable String challenge,
        @Nullable String deviceHash,
        @Nullable String answer) {}
