package dev.porchlight.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a subscription, or for a change of one, where what is absent stays as it is.
 *
 * @param subscriptionScope {@code account} or {@code user}
 * @param userIds ids or e-mail addresses; none for all of the account
 * @param eventWebhookSecretToken what deliveries are signed with, or null for one made at random
 */
public record EventSubscriptionRequest(
        @Nullable List<String> events,
        @Nullable String eventSubscriptionName,
        @Nullable String eventWebhookUrl,
        @Nullable String subscriptionScope,
        @Nullable String accountId,
        @Nullable List<String> userIds,
        @Nullable String eventWebhookSecretToken) {
    @Override
    public String toString() {
        return "EventSubscriptionRequest[events=" + events + ", eventWebhookUrl=" + eventWebhookUrl + "]";
    }
}
