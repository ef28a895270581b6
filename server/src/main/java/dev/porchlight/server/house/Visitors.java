package dev.porchlight.server.house;

import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Users;
import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Problems;
import dev.porchlight.server.http.Reply;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Finds the user that a path names, by id, e-mail address or {@code me}, and checks that the caller's scopes reach that
 * user (docs/zoom-wire.md, Tokens and scopes). A user of another account is told apart from a missing one by nothing.
 */
public final class Visitors {
    private final Users users;

    public Visitors(Users users) {
        this.users = users;
    }

    /** What is done with a user who was found and may be reached. */
    @FunctionalInterface
    public interface Visit {
        CompletionStage<Reply> to(User user);
    }

    /**
     * Visits the user of {@code {userId}}.
     *
     * @param notPermitted the reply to a caller who may not reach that user
     */
    public CompletionStage<Reply> visit(Call call, Supplier<Reply> notPermitted, Visit visit) {
        return visit(call, call.parameter("userId"), notPermitted, visit);
    }

    private CompletionStage<Reply> visit(Call call, String named, Supplier<Reply> notPermitted, Visit visit) {
        String own = call.principal().user();
        if (named.equals("me") && own == null) {
            return CompletableFuture.completedStage(Problems.noMe());
        }
        String idOrEmail = named.equals("me") && own != null ? own : named;
        return users.find(call.principal().account(), idOrEmail).thenCompose(found -> {
            if (found.isEmpty()) {
                return CompletableFuture.completedStage(Problems.noSuchUser(named));
            }
            User user = found.get();
            return call.principal().is(user.id()) || call.reachesEveryUser()
                    ? visit.to(user)
                    : CompletableFuture.completedStage(notPermitted.get());
        });
    }

    /** The refusal to change somebody's presence. */
    public static Reply mayNotUpdate() {
        return Problems.problem(
                400,
                5411,
                "Unauthorized request. You do not have permission to update the presence status of this user.",
                "NO_PERMISSION");
    }

    /** The refusal to read somebody's presence. */
    public static Reply mayNotRead() {
        return Problems.problem(
                400,
                5411,
                "Unauthorized request. You do not have permission to get the presence status of this user.",
                "NO_PERMISSION");
    }
}
