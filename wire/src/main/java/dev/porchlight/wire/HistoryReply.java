package dev.porchlight.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reply to GET /v1/users/{userId}/history: who or what set which status when, oldest first. */
public record HistoryReply(@Required String user, @Required List<Change> changes) {

    /**
     * One change of the status or its end.
     *
     * @param before the status shown until then
     * @param at when it changed
     * @param cause what happened: {@code api}, {@code client}, {@code claimed}, {@code time}, …
     * @param subject the session or source concerned, where there is one
     * @param by who asked for it; absent for the passing of time
     */
    public record Change(
            @Required Instant at,
            @Required String status,
            @Required String before,
            @Required Instant since,
            @Nullable Instant until,
            long revision,
            @Required String cause,
            @Nullable String subject,
            @Nullable String by) {}
}
