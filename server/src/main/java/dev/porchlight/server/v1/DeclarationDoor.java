package dev.porchlight.server.v1;

import dev.porchlight.core.command.Command;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.engine.Corridor;
import dev.porchlight.engine.directory.User;
import dev.porchlight.server.house.Refusals;
import dev.porchlight.server.house.StatusBodies;
import dev.porchlight.server.house.Visitors;
import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Reply;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The user's own client sets and withdraws the declaration, without the once-a-minute rule:
 * {@code /v1/users/{userId}/declaration}. An app's token is refused here, so that it cannot pass by that rule.
 */
public final class DeclarationDoor {
    private final Visitors visitors;
    private final Corridor corridor;

    public DeclarationDoor(Visitors visitors, Corridor corridor) {
        this.visitors = visitors;
        this.corridor = corridor;
    }

    public CompletionStage<Reply> put(Call call) {
        return StatusBodies.read(
                call,
                wanted -> submit(
                        call,
                        new Command.Declare(
                                wanted.status(),
                                wanted.minutes(),
                                Command.Channel.CLIENT,
                                call.principal().by())));
    }

    public CompletionStage<Reply> delete(Call call) {
        return submit(call, new Command.Withdraw(call.principal().by()));
    }

    private CompletionStage<Reply> submit(Call call, Command command) {
        return visitors.visit(
                call,
                Visitors::mayNotUpdate,
                user -> mayDeclare(call, user)
                        ? corridor.submit(user.key(), command)
                                .thenApply(outcome -> Refusals.reply(outcome, DeclarationDoor::done))
                        : CompletableFuture.completedStage(Visitors.mayNotUpdate()));
    }

    private static boolean mayDeclare(Call call, User user) {
        return call.principal().admin() || call.principal().is(user.id());
    }

    private static Reply done(Presence presence) {
        return Reply.noContent();
    }
}
