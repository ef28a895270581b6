package dev.porchlight.server.dev;

import dev.porchlight.server.house.Bodies;
import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Problems;
import dev.porchlight.server.http.Reply;
import dev.porchlight.wire.Json;
import dev.porchlight.wire.Problem.FieldError;
import dev.porchlight.wire.dev.ClockRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

/** The clock, the requests that arrived, and the way back to the start: {@code /_dev}. */
public final class DevDoor {
    /** Between two alarms of a year ahead, a mistake in the year would ring for hours. */
    private static final Duration FARTHEST = Duration.ofDays(366);

    private static final Reply NO_RESET = Problems.problem(
            409,
            300,
            "This server keeps a folder, which a reset would have to empty. Start it with --dev and without --data.",
            "NO_RESET");

    private final DevTime time;
    private final Recorder recorder;
    private final Optional<Runnable> reset;
    private final Executor blocking;

    /** @param reset makes everything as it was at the start, may block; empty where it is not allowed */
    public DevDoor(DevTime time, Recorder recorder, Optional<Runnable> reset, Executor blocking) {
        this.time = time;
        this.recorder = recorder;
        this.reset = reset;
        this.blocking = blocking;
    }

    public CompletionStage<Reply> clock(Call call) {
        return CompletableFuture.completedStage(Reply.json(200, Json.write(time.now())));
    }

    public CompletionStage<Reply> move(Call call) {
        return Bodies.read(call, ClockRequest.class, request -> {
            Durations advance = Durations.read("advance", request.advance(), Duration.ZERO, FARTHEST);
            List<FieldError> errors = errors(request, advance);
            return errors.isEmpty()
                    ? time.move(target(request, advance.value()), request.frozen())
                            .thenApply(reply -> Reply.json(200, Json.write(reply)))
                    : CompletableFuture.completedStage(Problems.invalid(errors));
        });
    }

    public CompletionStage<Reply> reset(Call call) {
        return reset.map(again -> CompletableFuture.runAsync(again, blocking).thenApply(done -> Reply.noContent()))
                .orElseGet(() -> CompletableFuture.completedFuture(NO_RESET));
    }

    public CompletionStage<Reply> requests(Call call) {
        return CompletableFuture.completedStage(Reply.json(200, Json.write(recorder.all())));
    }

    public CompletionStage<Reply> forgetRequests(Call call) {
        recorder.clear();
        return CompletableFuture.completedStage(Reply.noContent());
    }

    private List<FieldError> errors(ClockRequest request, Durations advance) {
        Instant set = request.set();
        if (request.advance() != null && set != null) {
            return List.of(FieldError.of("set", "given beside advance", "one of the two"));
        }
        if (request.advance() == null && set == null && request.frozen() == null) {
            return List.of(FieldError.of("advance", "missing", "advance, set or frozen"));
        }
        if (set != null && set.isAfter(time.now().now().plus(FARTHEST))) {
            return List.of(FieldError.of("set", set.toString(), "at most " + FARTHEST + " ahead"));
        }
        return advance.errors();
    }

    private static UnaryOperator<Instant> target(ClockRequest request, Duration advance) {
        Instant set = request.set();
        return set == null ? now -> now.plus(advance) : now -> set;
    }
}
