package dev.porchlight.wire.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.porchlight.wire.Required;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver of webhooks is sent.
 *
 * @param event such as {@code user.presence_status_updated}, or {@code endpoint.url_validation}
 * @param eventTs when it was made, in milliseconds since 1970
 */
public record WebhookBody(
        @Required String event, long eventTs, @Required Payload payload) {

    /**
     * What it is about.
     *
     * @param plainToken to be proved, in {@code endpoint.url_validation} only
     */
    public record Payload(
            @Nullable String accountId,
            @JsonProperty("plainToken") @Nullable String plainToken,
            @Nullable Subject object) {}

    /** Whose presence it is. */
    public record Subject(
            @Nullable Instant dateTime,
            @Nullable String email,
            @Nullable String id,
            @Nullable String presenceStatus) {}
}
