package dev.porchlight.wire;

import java.time.Instant;
import java.util.List;

/**
 * An OAuth app that was just made.
 *
 * @param clientSecret shown here and never again
 */
public record NewAppReply(String clientId, String clientSecret, String name, List<String> scopes, Instant createdAt) {
    @Override
    public String toString() {
        return "NewAppReply[clientId=" + clientId + ", name=" + name + "]";
    }
}
