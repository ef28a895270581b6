package dev.porchlight.server.ops;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.Ledger;
import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Problems;
import dev.porchlight.server.http.Reply;
import dev.porchlight.wire.HealthReply;
import dev.porchlight.wire.Json;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/** {@code /health/live}: the process answers. {@code /health/ready}: it can serve, its store too. */
public final class HealthDoor {
    private static final UserKey NOBODY = new UserKey("", "");

    private final Ledger ledger;
    private final BooleanSupplier writable;

    /** @param writable whether the store takes writes now, as far as its last one tells */
    public HealthDoor(Ledger ledger, BooleanSupplier writable) {
        this.ledger = ledger;
        this.writable = writable;
    }

    public CompletionStage<Reply> live(Call call) {
        return CompletableFuture.completedStage(up());
    }

    public CompletionStage<Reply> ready(Call call) {
        return ledger.read(NOBODY)
                .thenApply(read -> writable.getAsBoolean()
                        ? up()
                        : Problems.unavailable("its store takes no writes at the moment."));
    }

    private static Reply up() {
        return Reply.json(200, Json.write(new HealthReply("up")));
    }
}
