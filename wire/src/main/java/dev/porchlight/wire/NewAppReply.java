package dev.porchlight.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An OAuth app that was just made.
 *
 * @param clientSecret shown here and never again; absent for a public client, which has none
 * @param kind {@code server_to_server} or {@code user_authorised}
 * @param redirectUris where users may be sent back to
 */
public record NewAppReply(
        String clientId,
        @Nullable String clientSecret,
        String name,
        List<String> scopes,
        String kind,
        List<String> redirectUris,
        Instant createdAt) {
    @Override
    public String toString() {
        return "NewAppReply[clientId=" + clientId + ", name=" + name + "]";
    }
}
