package dev.porchlight.server.v1;

import dev.porchlight.core.command.Command;
import dev.porchlight.core.presence.Activity;
import dev.porchlight.core.presence.ClientVersion;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.engine.Answers;
import dev.porchlight.engine.Corridor;
import dev.porchlight.engine.directory.User;
import dev.porchlight.server.house.Bodies;
import dev.porchlight.server.house.PlainText;
import dev.porchlight.server.house.Refusals;
import dev.porchlight.server.house.Visitors;
import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Problems;
import dev.porchlight.server.http.Reply;
import dev.porchlight.server.names.StatusNames;
import dev.porchlight.wire.Json;
import dev.porchlight.wire.Problem.FieldError;
import dev.porchlight.wire.SessionListReply;
import dev.porchlight.wire.SessionReply;
import dev.porchlight.wire.SessionRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Signs clients in and out: {@code /v1/users/{userId}/sessions}. */
public final class SessionsDoor {
    private static final int DEFAULT_LEASE = 90;

    private final Visitors visitors;
    private final Corridor corridor;
    private final Answers answers;

    public SessionsDoor(Visitors visitors, Corridor corridor, Answers answers) {
        this.visitors = visitors;
        this.corridor = corridor;
        this.answers = answers;
    }

    public CompletionStage<Reply> put(Call call) {
        String session = call.parameter("sessionId");
        return Bodies.read(call, SessionRequest.class, request -> {
            List<FieldError> errors = errors(session, request);
            return errors.isEmpty()
                    ? visitors.visit(call, Visitors::mayNotUpdate, user -> beat(call, user, session, request))
                    : CompletableFuture.completedStage(Problems.invalid(errors));
        });
    }

    public CompletionStage<Reply> delete(Call call) {
        Command command = new Command.SignOut(
                call.parameter("sessionId"), call.principal().by());
        return visitors.visit(
                call,
                Visitors::mayNotUpdate,
                user -> corridor.submit(user.key(), command)
                        .thenApply(outcome -> Refusals.reply(outcome, presence -> Reply.noContent())));
    }

    public CompletionStage<Reply> list(Call call) {
        return visitors.visit(
                call,
                Visitors::mayNotRead,
                user -> answers.explain(user.key())
                        .thenApply(explanation -> Reply.json(
                                200,
                                Json.write(new SessionListReply(PresenceLines.sessions(explanation.presence()))))));
    }

    private CompletionStage<Reply> beat(Call call, User user, String session, SessionRequest request) {
        Command command = new Command.Beat(
                session,
                request.platform(),
                new ClientVersion(request.version()),
                "idle".equals(request.state()) ? Activity.IDLE : Activity.ACTIVE,
                Duration.ofSeconds(request.lease() == null ? DEFAULT_LEASE : request.lease()),
                call.principal().by());
        return corridor.submit(user.key(), command)
                .thenApply(outcome -> Refusals.reply(outcome, presence -> signedIn(presence, session)));
    }

    private static Reply signedIn(Presence presence, String session) {
        SessionReply reply = new SessionReply(
                presence.session(session).orElseThrow().leaseUntil(),
                StatusNames.PUT.name(presence.shown().status()),
                presence.shown().since(),
                presence.shown().until(),
                presence.revision());
        return Reply.json(200, Json.write(reply));
    }

    private static List<FieldError> errors(String session, SessionRequest request) {
        List<FieldError> errors = new ArrayList<>();
        Names.error("session_id", session).ifPresent(errors::add);
        Names.error("platform", request.platform()).ifPresent(errors::add);
        if (!ClientVersion.isValid(request.version()) || !PlainText.is(request.version())) {
            errors.add(FieldError.of("version", "\"" + request.version() + "\"", "a version such as 5.13.3"));
        }
        if (!knownState(request.state())) {
            errors.add(FieldError.of("state", "\"" + request.state() + "\"", "active or idle"));
        }
        return errors;
    }

    private static boolean knownState(@Nullable String state) {
        return state == null || state.equals("active") || state.equals("idle");
    }
}
