package dev.porchlight.store.embedded.records;

import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.core.rule.Decision.Accepted;
import dev.porchlight.engine.codec.EventCodec;
import dev.porchlight.engine.port.Ledger.Commit;
import dev.porchlight.engine.port.StoreUnavailableException;
import dev.porchlight.rows.Draft;
import dev.porchlight.rows.Keys;
import dev.porchlight.rows.Table;
import dev.porchlight.store.embedded.rocks.Change;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One commit on its way. What can be worked out beforehand is worked out by the caller's thread, not by the writer's. */
final class CommitChange extends CompletableFuture<Commit> implements Change {
    private final Accepted accepted;
    private final StoredLedger ledger;
    private final CommitParts parts;
    private final byte[] key;
    private final byte[] row;
    private final byte @Nullable [] event;
    private Commit outcome = Commit.STALE;

    CommitChange(Accepted accepted, StoredLedger ledger, CommitParts parts) {
        this.accepted = accepted;
        this.ledger = ledger;
        this.parts = parts;
        this.key = Keys.user(accepted.next().user());
        this.row = Stored.encode(accepted.next(), accepted.alarm());
        this.event = accepted.event() == null ? null : EventCodec.encode(accepted.event());
    }

    @Override
    public void apply(Draft draft) {
        UserKey user = accepted.next().user();
        Stored current = ledger.current(draft, user, key);
        if (current.presence().revision() != accepted.next().revision() - 1) {
            return;
        }
        outcome = Commit.COMMITTED;
        draft.put(Table.PRESENCE, key, row);
        if (!Objects.equals(current.alarm(), accepted.alarm())) {
            StoredAlarms.replace(draft, key, current.alarm(), accepted.alarm());
        }
        PresenceEvent told = accepted.event();
        if (told != null && event != null) {
            StoredHistory.append(draft, key, told, event, parts.outbox().append(draft, event));
        }
    }

    @Override
    public void durable() {
        if (outcome == Commit.STALE) {
            return;
        }
        ledger.changed(accepted.next().user(), new Stored(accepted.next(), accepted.alarm()));
        parts.alarms().set(accepted.alarm());
        if (accepted.event() != null) {
            parts.feed().tell(accepted.event());
        }
    }

    @Override
    public void answer() {
        complete(outcome);
    }

    @Override
    public void failed(StoreUnavailableException reason) {
        completeExceptionally(reason);
    }
}
