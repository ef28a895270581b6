package dev.porchlight.wire;

import java.util.List;

/**
 * A subscription as its subscriber sees it. Its secret is never shown.
 *
 * @param state {@code pending}, {@code active} or {@code disabled}
 */
public record EventSubscriptionReply(
        @Required String eventSubscriptionId,
        @Required List<String> events,
        @Required String eventSubscriptionName,
        @Required String eventWebhookUrl,
        @Required String subscriptionScope,
        @Required List<String> userIds,
        @Required String state) {}
