package dev.porchlight.wire;

import org.jspecify.annotations.Nullable;

/**
 * A subscription that was made.
 *
 * @param eventWebhookSecretToken shown this once where it was made at random; null where the subscriber brought one
 */
public record NewEventSubscriptionReply(
        @Required String eventSubscriptionId, @Nullable String eventWebhookSecretToken) {
    @Override
    public String toString() {
        return "NewEventSubscriptionReply[" + eventSubscriptionId + "]";
    }
}
