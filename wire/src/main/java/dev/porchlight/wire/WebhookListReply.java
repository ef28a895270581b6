package dev.porchlight.wire;

import java.util.List;

/** The subscriptions of an account. */
public record WebhookListReply(@Required List<WebhookReply> webhooks) {}
