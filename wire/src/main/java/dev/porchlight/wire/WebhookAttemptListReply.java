package dev.porchlight.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last tries to send something to a receiver, newest first. */
public record WebhookAttemptListReply(@Required List<Attempt> attempts) {

    /**
     * One try.
     *
     * @param number of the delivery; null for a validation of the receiver
     * @param user whom it is about, or null
     * @param status of the answer; null where none came
     * @param note what became of it
     */
    public record Attempt(
            @Nullable Long number,
            @Required String event,
            @Nullable String user,
            @Required Instant at,
            long millis,
            @Nullable Integer status,
            @Required String note) {}
}
