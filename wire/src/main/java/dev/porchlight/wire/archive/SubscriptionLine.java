package dev.porchlight.wire.archive;

import dev.porchlight.wire.Required;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription to webhooks. Its secret signs what is sent, so it is kept as it is.
 *
 * @param state pending, active or disabled
 */
public record SubscriptionLine(
        @Required String account,
        @Required String id,
        @Nullable String app,
        @Required String name,
        @Required String url,
        @Required List<String> events,
        @Required List<String> users,
        @Required String secret,
        @Required String state,
        int failures,
        @Required Instant proveAt,
        @Required Instant createdAt) {
    @Override
    public String toString() {
        return "SubscriptionLine[account=" + account + ", id=" + id + "]";
    }
}
