package dev.porchlight.server.v1;

import dev.porchlight.core.command.Command;
import dev.porchlight.core.presence.Status;
import dev.porchlight.engine.Corridor;
import dev.porchlight.engine.directory.User;
import dev.porchlight.server.house.Bodies;
import dev.porchlight.server.house.Refusals;
import dev.porchlight.server.house.Visitors;
import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Problems;
import dev.porchlight.server.http.Reply;
import dev.porchlight.server.names.StatusNames;
import dev.porchlight.wire.ClaimRequest;
import dev.porchlight.wire.Problem.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What calendars, meetings and phones report: {@code /v1/users/{userId}/claims/{source}}. */
public final class ClaimsDoor {
    /** A year: a claim that is to last longer has no end. */
    private static final int MAX_MINUTES = 366 * 24 * 60;

    private final Visitors visitors;
    private final Corridor corridor;
    private final InstantSource clock;

    public ClaimsDoor(Visitors visitors, Corridor corridor, InstantSource clock) {
        this.visitors = visitors;
        this.corridor = corridor;
        this.clock = clock;
    }

    public CompletionStage<Reply> put(Call call) {
        String source = call.parameter("source");
        return Bodies.read(call, ClaimRequest.class, request -> {
            Status status = StatusNames.accept(request.status());
            List<FieldError> errors = errors(source, request, status);
            return status != null && errors.isEmpty()
                    ? visitors.visit(call, Visitors::mayNotUpdate, user -> report(call, user, status, request))
                    : CompletableFuture.completedStage(Problems.invalid(errors));
        });
    }

    public CompletionStage<Reply> delete(Call call) {
        Command command =
                new Command.Release(call.parameter("source"), call.principal().by());
        return submit(call, command);
    }

    private CompletionStage<Reply> submit(Call call, Command command) {
        return visitors.visit(
                call,
                Visitors::mayNotUpdate,
                user -> corridor.submit(user.key(), command)
                        .thenApply(outcome -> Refusals.reply(outcome, presence -> Reply.noContent())));
    }

    private CompletionStage<Reply> report(Call call, User user, Status status, ClaimRequest request) {
        Command command = new Command.Report(
                call.parameter("source"),
                status,
                until(request),
                call.principal().by());
        return corridor.submit(user.key(), command)
                .thenApply(outcome -> Refusals.reply(outcome, presence -> Reply.noContent()));
    }

    private @Nullable Instant until(ClaimRequest request) {
        Integer minutes = request.duration();
        return minutes == null ? request.until() : clock.instant().plus(Duration.ofMinutes(minutes));
    }

    private static List<FieldError> errors(String source, ClaimRequest request, @Nullable Status status) {
        List<FieldError> errors = new ArrayList<>();
        Names.error("source", source).ifPresent(errors::add);
        if (status == null) {
            errors.add(FieldError.of("status", "\"" + request.status() + "\"", StatusNames.settable()));
        }
        Integer minutes = request.duration();
        if (minutes != null && (minutes < 1 || minutes > MAX_MINUTES)) {
            errors.add(FieldError.of("duration", minutes.toString(), "1 to " + MAX_MINUTES + " minutes"));
        }
        if (minutes != null && request.until() != null) {
            errors.add(FieldError.of("duration", "given beside until", "one of the two"));
        }
        return errors;
    }
}
