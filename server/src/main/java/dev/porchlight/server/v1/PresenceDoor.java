package dev.porchlight.server.v1;

import dev.porchlight.core.presence.Answer;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.core.rule.Rules;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Users;
import dev.porchlight.engine.port.Ledger;
import dev.porchlight.server.house.Bodies;
import dev.porchlight.server.house.Visitors;
import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Problems;
import dev.porchlight.server.http.Reply;
import dev.porchlight.server.names.StatusNames;
import dev.porchlight.wire.Json;
import dev.porchlight.wire.Problem.FieldError;
import dev.porchlight.wire.QueryReply;
import dev.porchlight.wire.QueryRequest;
import dev.porchlight.wire.StatusReply;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Answers with their working, one by one and many at once: {@code /v1/users/{userId}/presence}, {@code /v1/presence/query}. */
public final class PresenceDoor {
    private static final int MAX_QUERY = 1000;

    private final Visitors visitors;
    private final Users users;
    private final Ledger ledger;
    private final Rules rules;
    private final InstantSource clock;

    public PresenceDoor(Visitors visitors, Users users, Ledger ledger, Rules rules, InstantSource clock) {
        this.visitors = visitors;
        this.users = users;
        this.ledger = ledger;
        this.rules = rules;
        this.clock = clock;
    }

    public CompletionStage<Reply> explain(Call call) {
        return visitors.visit(
                call,
                Visitors::mayNotRead,
                user -> ledger.read(user.key())
                        .thenApply(presence -> Reply.json(
                                200,
                                Json.write(PresenceLines.reply(user.id(), rules.explain(presence, clock.instant()))))));
    }

    public CompletionStage<Reply> query(Call call) {
        return Bodies.read(call, QueryRequest.class, request -> {
            int asked = request.users().size();
            return asked > MAX_QUERY
                    ? CompletableFuture.completedStage(
                            Problems.invalid(List.of(FieldError.of("users", asked + " users", "at most " + MAX_QUERY))))
                    : answer(call.principal().account(), request.users());
        });
    }

    private CompletionStage<Reply> answer(String account, List<String> asked) {
        Map<String, CompletableFuture<Optional<User>>> lookups = new LinkedHashMap<>();
        asked.forEach(name ->
                lookups.computeIfAbsent(name, n -> users.find(account, n).toCompletableFuture()));
        return CompletableFuture.allOf(lookups.values().toArray(new CompletableFuture<?>[0]))
                .thenCompose(all -> {
                    Map<String, UserKey> known = new LinkedHashMap<>();
                    List<String> unknown = new ArrayList<>();
                    lookups.forEach((name, found) ->
                            found.join().ifPresentOrElse(user -> known.put(name, user.key()), () -> unknown.add(name)));
                    return ledger.readAll(known.values()).thenApply(read -> reply(known, unknown, read));
                });
    }

    private Reply reply(Map<String, UserKey> known, List<String> unknown, Map<UserKey, Presence> read) {
        Instant now = clock.instant();
        List<StatusReply> answers = known.values().stream()
                .distinct()
                .map(key -> line(read.getOrDefault(key, Presence.none(key)), now))
                .toList();
        return Reply.json(200, Json.write(new QueryReply(answers, unknown)));
    }

    private StatusReply line(Presence presence, Instant now) {
        Answer answer = rules.status(presence, now);
        return new StatusReply(
                presence.user().user(),
                StatusNames.PUT.name(answer.status()),
                answer.since(),
                answer.until(),
                presence.revision());
    }
}
