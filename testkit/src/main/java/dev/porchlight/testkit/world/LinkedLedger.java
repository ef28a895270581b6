package dev.porchlight.testkit.world;

import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.core.rule.Decision.Accepted;
import dev.porchlight.engine.port.Ledger;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The ledger as a node sees it: at the far end of its link. A node may die before it sends a commit, and when it has. */
record LinkedLedger(Ledger ledger, Judge judge, Node node, Link link, VirtualTime time, Weather weather)
        implements Ledger {

    @Override
    public CompletionStage<Presence> read(UserKey user) {
        return link.call("read", () -> ledger.read(user));
    }

    @Override
    public CompletionStage<Map<UserKey, Presence>> readAll(Collection<UserKey> users) {
        return link.call("readAll", () -> ledger.readAll(users));
    }

    @Override
    public CompletionStage<Commit> commit(Accepted accepted) {
        if (weather.crashes()) {
            node.crash("before a commit");
            return new CompletableFuture<>();
        }
        return link.call("commit", () -> {
            CompletionStage<Commit> commit = judge.commit(accepted, node.instant(), time.now());
            if (weather.crashes() && !link.isDead()) {
                node.crash("after a commit");
            }
            return commit;
        });
    }
}
