package dev.porchlight.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as its account's administrator sees it.
 *
 * @param app the OAuth app that asked for it, or null
 * @param state {@code pending}, {@code active} or {@code disabled}
 * @param failures proofs of the receiver that failed since the last that did not
 * @param proveAt when the receiver is asked to prove itself again; null where it is disabled
 * @param last the number of the last delivery
 * @param waiting how many deliveries wait
 * @param parked how many are parked
 */
public record WebhookReply(
        @Required String id,
        @Nullable String app,
        @Required String name,
        @Required String url,
        @Required List<String> events,
        @Required List<String> userIds,
        @Required String state,
        int failures,
        @Nullable Instant proveAt,
        @Required Instant createdAt,
        long last,
        long waiting,
        long parked) {}
