package dev.porchlight.server.ops;

import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.core.rule.Decision.Accepted;
import dev.porchlight.engine.port.Ledger;
import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Problems;
import dev.porchlight.server.http.Reply;
import dev.porchlight.wire.HealthReply;
import dev.porchlight.wire.Json;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** {@code /health/live}: the process answers. {@code /health/ready}: its store takes changes, and the server is not about to end. */
public final class HealthDoor {
    private static final UserKey NOBODY = new UserKey("", "");

    /** Over a revision that nobody ever has: it goes all the way to the store, and is never made. */
    private static final Accepted STALE = new Accepted(Presence.none(NOBODY).withRevision(-1), null, null);

    private final Ledger ledger;
    private final Supplier<? extends CompletionStage<?>> store;
    private volatile boolean leaving;

    /** @param store asked besides, whether all of it can be reached */
    public HealthDoor(Ledger ledger, Supplier<? extends CompletionStage<?>> store) {
        this.ledger = ledger;
        this.store = store;
    }

    /** From now on nobody is to be sent here, though whoever comes is still answered. */
    public void leave() {
        leaving = true;
    }

    public CompletionStage<Reply> live(Call call) {
        return CompletableFuture.completedStage(up());
    }

    public CompletionStage<Reply> ready(Call call) {
        return leaving
                ? CompletableFuture.completedStage(Problems.unavailable("it is about to end. Ask another node."))
                : ledger.commit(STALE).thenCombine(store.get(), (stale, reached) -> up());
    }

    private static Reply up() {
        return Reply.json(200, Json.write(new HealthReply("up")));
    }
}
