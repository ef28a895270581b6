package dev.porchlight.wire;

import java.util.List;

/**
 * All subscriptions that the caller reaches.
 *
 * @param nextPageToken always empty: all are in this page
 */
public record EventSubscriptionListReply(
        int pageSize,
        @Required String nextPageToken,
        @Required List<EventSubscriptionReply> eventSubscriptions) {}
