package dev.porchlight.server.zoom;

import dev.porchlight.core.command.Command;
import dev.porchlight.core.presence.Answer;
import dev.porchlight.core.presence.Status;
import dev.porchlight.engine.Answers;
import dev.porchlight.engine.Corridor;
import dev.porchlight.engine.directory.User;
import dev.porchlight.server.body.StatusRequest;
import dev.porchlight.server.house.Refusals;
import dev.porchlight.server.house.StatusBodies;
import dev.porchlight.server.house.Visitors;
import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Reply;
import dev.porchlight.server.names.StatusNames;
import dev.porchlight.wire.Json;
import dev.porchlight.wire.PresenceStatusReply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletionStage;

/** The seed's endpoint: {@code PUT} and {@code GET /v2/users/{userId}/presence_status}. */
public final class PresenceStatusDoor {
    private final Visitors visitors;
    private final Corridor corridor;
    private final Answers answers;
    private final InstantSource clock;
    private final StatusNames names;

    public PresenceStatusDoor(
            Visitors visitors, Corridor corridor, Answers answers, InstantSource clock, StatusNames names) {
        this.visitors = visitors;
        this.corridor = corridor;
        this.answers = answers;
        this.clock = clock;
        this.names = names;
    }

    public CompletionStage<Reply> put(Call call) {
        return StatusBodies.read(
                call, wanted -> visitors.visit(call, Visitors::mayNotUpdate, user -> declare(call, user, wanted)));
    }

    public CompletionStage<Reply> get(Call call) {
        return visitors.visit(
                call,
                Visitors::mayNotRead,
                user -> answers.status(user.key())
                        .thenApply(shown ->
                                answered(shown.answer(), call.principal().is(user.id()), clock.instant())));
    }

    private CompletionStage<Reply> declare(Call call, User user, StatusRequest.Wanted wanted) {
        Command command = new Command.Declare(
                wanted.status(),
                wanted.minutes(),
                Command.Channel.API,
                call.principal().by());
        return corridor.submit(user.key(), command)
                .thenApply(outcome -> Refusals.reply(outcome, presence -> Reply.noContent()));
    }

    private Reply answered(Answer answer, boolean own, Instant now) {
        String status = names.name(answer.status());
        Instant until = answer.until();
        PresenceStatusReply reply = own && answer.status() == Status.DO_NOT_DISTURB && until != null
                ? new PresenceStatusReply(status, until.truncatedTo(ChronoUnit.SECONDS), secondsLeft(now, until))
                : PresenceStatusReply.of(status);
        return Reply.json(200, Json.write(reply));
    }

    private static long secondsLeft(Instant now, Instant until) {
        return Duration.between(now, until).plusNanos(999_999_999).toSeconds();
    }
}
