package dev.porchlight.testkit.world;

import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.core.rule.Decision.Accepted;
import dev.porchlight.engine.port.Alarms;
import dev.porchlight.engine.port.Feed;
import dev.porchlight.engine.port.Ledger;
import dev.porchlight.engine.port.Store;
import dev.porchlight.store.memory.MemoryStore;
import dev.porchlight.testkit.ForwardingStore;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A store in memory with one thing wrong, now and then. */
final class BrokenStore extends ForwardingStore {
    private final Ledger ledger;
    private final Feed feed;
    private final Alarms alarms;

    private BrokenStore(Store store, Ledger ledger, Feed feed, Alarms alarms) {
        super(store);
        this.ledger = ledger;
        this.feed = feed;
        this.alarms = alarms;
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public Feed feed() {
        return feed;
    }

    @Override
    public Alarms alarms() {
        return alarms;
    }

    /** Commits over whatever is there: the last writer wins. */
    static Store withoutRevisions() {
        Store store = new MemoryStore();
        return over(store, (accepted, count) -> {
            long held = Judge.now(store.ledger().read(accepted.next().user())).revision();
            return store.ledger()
                    .commit(new Accepted(accepted.next().withRevision(held + 1), accepted.event(), accepted.alarm()));
        });
    }

    static Store thatForgetsEvents() {
        Store store = new MemoryStore();
        return over(
                store,
                (accepted, count) -> store.ledger()
                        .commit(count % 20 == 0 ? new Accepted(accepted.next(), null, accepted.alarm()) : accepted));
    }

    static Store thatForgetsAlarms() {
        Store store = new MemoryStore();
        return over(
                store,
                (accepted, count) -> store.ledger()
                        .commit(count % 20 == 0 ? new Accepted(accepted.next(), accepted.event(), null) : accepted));
    }

    static Store thatAcknowledgesWhatItLost() {
        Store store = new MemoryStore();
        return over(
                store,
                (accepted, count) -> count % 20 == 0
                        ? CompletableFuture.completedStage(Ledger.Commit.COMMITTED)
                        : store.ledger().commit(accepted));
    }

    /** Loses events on the way to watchers and does not tell: nobody is ever told of anything. */
    static Store withASilentFeed() {
        Store store = new MemoryStore();
        Feed silent = new Feed() {
            @Override
            public CompletionStage<Void> watch(UserKey user, Listener listener) {
                return CompletableFuture.completedStage(null);
            }

            @Override
            public void unwatch(UserKey user, Listener listener) {
                // Nobody watches.
            }
        };
        return new BrokenStore(store, store.ledger(), silent, store.alarms());
    }

    private static Store over(Store store, Committing committing) {
        return new BrokenStore(store, new BrokenLedger(store.ledger(), committing), store.feed(), store.alarms());
    }

    private interface Committing {
        CompletionStage<Ledger.Commit> commit(Accepted accepted, int count);
    }

    private static final class BrokenLedger implements Ledger {
        private final Ledger ledger;
        private final Committing committing;
        private int count;

        BrokenLedger(Ledger ledger, Committing committing) {
            this.ledger = ledger;
            this.committing = committing;
        }

        @Override
        public CompletionStage<Presence> read(UserKey user) {
            return ledger.read(user);
        }

        @Override
        public CompletionStage<Map<UserKey, Presence>> readAll(Collection<UserKey> users) {
            return ledger.readAll(users);
        }

        @Override
        public CompletionStage<Commit> commit(Accepted accepted) {
            count++;
            return committing.commit(accepted, count);
        }
    }
}
