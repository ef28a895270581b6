package dev.porchlight.wire.archive;

import dev.porchlight.wire.Required;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An OAuth app; its secret is hashed.
 *
 * @param secretHash null for a public client
 * @param kind null, in an export of before there were kinds, for {@code server_to_server}
 * @param redirectUris null for none
 */
public record AppLine(
        @Required String account,
        @Required String id,
        @Required String name,
        @Nullable String secretHash,
        @Required List<String> scopes,
        @Nullable String kind,
        @Nullable List<String> redirectUris,
        @Required Instant createdAt) {}
