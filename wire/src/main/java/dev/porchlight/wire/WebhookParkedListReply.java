package dev.porchlight.wire;

import java.time.Instant;
import java.util.List;

/** Deliveries that were given up, lowest number first. */
public record WebhookParkedListReply(@Required List<Parked> parked) {

    /**
     * One of them.
     *
     * @param attempts how often it was tried
     * @param at when the change happened
     */
    public record Parked(
            long number,
            @Required String event,
            @Required String user,
            @Required Instant at,
            int attempts) {}
}
