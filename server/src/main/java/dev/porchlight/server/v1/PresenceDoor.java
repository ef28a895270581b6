package dev.porchlight.server.v1;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.Answers;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Users;
import dev.porchlight.engine.watch.Shown;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Answers with their working, one by one and many at once: {@code /v1/users/{userId}/presence}, {@code /v1/presence/query}. */
public final class PresenceDoor {
    /** In bytes: a thousand e-mail addresses of the greatest length. */
    public static final int MAX_BODY = 256 * 1024;

    private static final int MAX_QUERY = 1000;

    private final Visitors visitors;
    private final Users users;
    private final Answers answers;

    public PresenceDoor(Visitors visitors, Users users, Answers answers) {
        this.visitors = visitors;
        this.users = users;
        this.answers = answers;
    }

    public CompletionStage<Reply> explain(Call call) {
        return visitors.visit(
                call,
                Visitors::mayNotRead,
                user -> answers.explain(user.key())
                        .thenApply(explanation ->
                                Reply.json(200, Json.write(PresenceLines.reply(user.id(), explanation)))));
    }

    public CompletionStage<Reply> query(Call call) {
        return Bodies.read(call, QueryRequest.class, request -> {
            int asked = request.users().size();
            return asked > MAX_QUERY
                    ? CompletableFuture.completedStage(
                            Problems.invalid(List.of(FieldError.of("users", asked + " users", "at most " + MAX_QUERY))))
                    : answer(call, request.users());
        });
    }

    private CompletionStage<Reply> answer(Call call, List<String> asked) {
        String account = call.principal().account();
        Map<String, CompletableFuture<Optional<User>>> lookups = new LinkedHashMap<>();
        asked.forEach(name ->
                lookups.computeIfAbsent(name, n -> users.find(account, n).toCompletableFuture()));
        return CompletableFuture.allOf(lookups.values().toArray(new CompletableFuture<?>[0]))
                .thenCompose(all -> {
                    Map<String, UserKey> known = new LinkedHashMap<>();
                    List<String> unknown = new ArrayList<>();
                    lookups.forEach((name, found) ->
                            found.join().ifPresentOrElse(user -> known.put(name, user.key()), () -> unknown.add(name)));
                    return mayRead(call, known.values())
                            ? answers.statuses(Set.copyOf(known.values()))
                                    .thenApply(shown -> reply(known, unknown, shown))
                            : CompletableFuture.completedStage(Visitors.mayNotRead());
                });
    }

    private static boolean mayRead(Call call, Collection<UserKey> users) {
        return call.reachesEveryUser()
                || users.stream().allMatch(user -> call.principal().is(user.user()));
    }

    private static Reply reply(Map<String, UserKey> known, List<String> unknown, Map<UserKey, Shown> shown) {
        List<StatusReply> replies = known.values().stream()
                .distinct()
                .flatMap(key -> Stream.ofNullable(shown.get(key)))
                .map(PresenceDoor::line)
                .toList();
        return Reply.json(200, Json.write(new QueryReply(replies, unknown)));
    }

    private static StatusReply line(Shown shown) {
        return new StatusReply(
                shown.user().user(),
                StatusNames.PUT.name(shown.answer().status()),
                shown.answer().since(),
                shown.answer().until(),
                shown.revision());
    }
}
