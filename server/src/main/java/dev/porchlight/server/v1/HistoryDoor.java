package dev.porchlight.server.v1;

import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.engine.port.History;
import dev.porchlight.engine.port.History.Reading;
import dev.porchlight.server.gate.Principal;
import dev.porchlight.server.house.Visitors;
import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Problems;
import dev.porchlight.server.http.Reply;
import dev.porchlight.server.names.StatusNames;
import dev.porchlight.wire.HistoryReadersReply;
import dev.porchlight.wire.HistoryReply;
import dev.porchlight.wire.InstantText;
import dev.porchlight.wire.Json;
import dev.porchlight.wire.Problem.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Who or what set which status when: {@code GET /v1/users/{userId}/history}. Whoever reads the history of somebody else leaves
 * a trace, kept before the history is told: {@code GET /v1/users/{userId}/history/readers}.
 */
public final class HistoryDoor {
    private static final Duration DEFAULT_SPAN = Duration.ofHours(24);
    private static final int MAX_CHANGES = 1000;

    private final Visitors visitors;
    private final History history;
    private final InstantSource clock;

    public HistoryDoor(Visitors visitors, History history, InstantSource clock) {
        this.visitors = visitors;
        this.history = history;
        this.clock = clock;
    }

    public CompletionStage<Reply> get(Call call) {
        List<FieldError> errors = new ArrayList<>();
        Instant asOf = instant(call, "as_of", errors);
        Span span = span(call, errors);
        if (!errors.isEmpty()) {
            return CompletableFuture.completedStage(Problems.invalid(errors));
        }
        return visitors.visit(
                call, Visitors::mayNotRead, user -> asOf == null ? between(call, user, span) : asOf(call, user, asOf));
    }

    /** Who has read the history. Asking that leaves no trace. */
    public CompletionStage<Reply> readers(Call call) {
        List<FieldError> errors = new ArrayList<>();
        Span span = span(call, errors);
        if (!errors.isEmpty()) {
            return CompletableFuture.completedStage(Problems.invalid(errors));
        }
        return visitors.visit(
                call,
                Visitors::mayNotRead,
                user -> history.readings(user.key(), span.from(), span.to(), MAX_CHANGES)
                        .thenApply(readings -> readers(user, readings)));
    }

    private CompletionStage<Reply> asOf(Call call, User user, Instant instant) {
        return traced(call, user, new Span(instant, instant))
                .thenCompose(done -> history.asOf(user.key(), instant))
                .thenApply(found -> reply(user, found.map(List::of).orElse(List.of())));
    }

    private CompletionStage<Reply> between(Call call, User user, Span span) {
        return traced(call, user, span)
                .thenCompose(done -> history.between(user.key(), span.from(), span.to(), MAX_CHANGES))
                .thenApply(events -> reply(user, events));
    }

    private CompletionStage<Written> traced(Call call, User user, Span span) {
        Principal reader = call.principal();
        return reader.is(user.id())
                ? CompletableFuture.completedStage(Written.DONE)
                : history.trace(new Reading(user.key(), clock.instant(), reader.by(), span.from(), span.to()));
    }

    /** The end is open. */
    private record Span(Instant from, Instant to) {}

    private Span span(Call call, List<FieldError> errors) {
        Instant to = instant(call, "to", errors);
        Instant from = instant(call, "from", errors);
        if (from != null && to != null && !from.isBefore(to)) {
            errors.add(FieldError.of("from", from.toString(), "an instant before to, " + to));
        }
        // What is of this very instant belongs to it.
        Instant end = to == null ? clock.instant().plusNanos(1) : to;
        return new Span(from == null ? end.minus(DEFAULT_SPAN) : from, end);
    }

    private static Reply readers(User user, List<Reading> readings) {
        return Reply.json(
                200,
                Json.write(new HistoryReadersReply(
                        user.id(),
                        readings.stream()
                                .map(reading -> new HistoryReadersReply.Reader(
                                        reading.at(), reading.by(), reading.from(), reading.to()))
                                .toList())));
    }

    private static Reply reply(User user, List<PresenceEvent> events) {
        return Reply.json(
                200,
                Json.write(new HistoryReply(
                        user.id(), events.stream().map(HistoryDoor::change).toList())));
    }

    private static HistoryReply.Change change(PresenceEvent event) {
        return new HistoryReply.Change(
                event.at(),
                StatusNames.PUT.name(event.answer().status()),
                StatusNames.PUT.name(event.before()),
                event.answer().since(),
                event.answer().until(),
                event.revision(),
                event.cause().kind().name().toLowerCase(Locale.ROOT),
                absentIfEmpty(event.cause().subject()),
                absentIfEmpty(event.cause().by()));
    }

    private static @Nullable String absentIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Instant instant(Call call, String name, List<FieldError> errors) {
        String text = call.queryParameter(name).orElse(null);
        if (text == null) {
            return null;
        }
        Instant instant = InstantText.parse(text).orElse(null);
        if (instant == null) {
            errors.add(FieldError.of(name, "\"" + text + "\"", "an instant such as 2026-03-27T04:00:00Z"));
        }
        return instant;
    }
}
