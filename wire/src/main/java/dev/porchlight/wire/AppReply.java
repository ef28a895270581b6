package dev.porchlight.wire;

import java.time.Instant;
import java.util.List;

/**
 * An OAuth app, without its secret, which nobody knows any more.
 *
 * @param kind {@code server_to_server} or {@code user_authorised}
 * @param redirectUris where users may be sent back to
 * @param publicClient whether it has no secret
 */
public record AppReply(
        String clientId,
        String name,
        List<String> scopes,
        String kind,
        List<String> redirectUris,
        boolean publicClient,
        Instant createdAt) {}
