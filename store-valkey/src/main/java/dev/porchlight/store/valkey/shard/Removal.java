package dev.porchlight.store.valkey.shard;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.Ledger;
import dev.porchlight.rows.Keys;
import dev.porchlight.store.valkey.line.Lines;
import dev.porchlight.store.valkey.line.Script;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Takes users out of the shards: presence, alarm, history, readings and what waits of them, in one step; watchers are told of a
 * gap. It removes what had a certain revision, and whoever has the id next goes on above that: so a removal that comes late, or
 * twice, takes nothing from them.
 */
public final class Removal {
    private static final Script<Boolean> REMOVE = Answer.yesOrNo("remove");

    private final Lines lines;
    private final Spread spread;
    private final Ledger ledger;

    Removal(Lines lines, Spread spread, Ledger ledger) {
        this.lines = lines;
        this.spread = spread;
        this.ledger = ledger;
    }

    /** Which revision the user has now. Ask while it is certain that nobody else has the id yet. */
    public CompletionStage<Long> revision(UserKey user) {
        return ledger.read(user).thenApply(presence -> presence.revision());
    }

    /** Removes what has that revision. False where there is another by now, and nothing has changed: ask again. */
    public CompletionStage<Boolean> remove(UserKey user, long revision) {
        byte[] bytes = Keys.user(user);
        Shard shard = spread.of(bytes);
        return lines.run(
                REMOVE,
                List.of(
                        shard.presences(),
                        shard.due(),
                        shard.out(),
                        shard.held(),
                        shard.history(bytes),
                        shard.readings(),
                        shard.channel(bytes)),
                List.of(bytes, Keys.sequence(revision), Keys.sequence(revision + 1)));
    }
}
