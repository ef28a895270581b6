package dev.porchlight.server.ops;

import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.core.rule.Decision.Accepted;
import dev.porchlight.engine.port.Ledger;
import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Reply;
import dev.porchlight.wire.HealthReply;
import dev.porchlight.wire.Json;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code /health/live}: the process answers. {@code /health/ready}: its store takes changes, too. */
public final class HealthDoor {
    private static final UserKey NOBODY = new UserKey("", "");

    /** Over a revision that nobody ever has: it goes all the way to the store, and is never made. */
    private static final Accepted STALE = new Accepted(Presence.none(NOBODY).withRevision(-1), null, null);

    private final Ledger ledger;

    public HealthDoor(Ledger ledger) {
        this.ledger = ledger;
    }

    public CompletionStage<Reply> live(Call call) {
        return CompletableFuture.completedStage(up());
    }

    public CompletionStage<Reply> ready(Call call) {
        return ledger.commit(STALE).thenApply(stale -> up());
    }

    private static Reply up() {
        return Reply.json(200, Json.write(new HealthReply("up")));
    }
}
