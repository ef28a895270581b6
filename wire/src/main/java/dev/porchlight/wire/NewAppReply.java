package dev.porchlight.wire;

import java.time.Instant;
import java.util.List;

/**
 * An OAuth app that was just made.
 *
 * @param secret shown here and never again
 */
public record NewAppReply(String id, String secret, String name, List<String> scopes, Instant createdAt) {
    @Override
    public String toString() {
        return "NewAppReply[id=" + id + ", name=" + name + "]";
    }
}
