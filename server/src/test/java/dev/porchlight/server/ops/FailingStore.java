package dev.porchlight.server.ops;

import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.core.rule.Decision.Accepted;
import dev.porchlight.engine.port.Ledger;
import dev.porchlight.engine.port.StoreUnavailableException;
import dev.porchlight.store.memory.MemoryStore;
import dev.porchlight.testkit.ForwardingStore;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** A store whose ledger a test can take away, as a full disk or a lost connection would. */
final class FailingStore extends ForwardingStore {

    /** What the ledger does. */
    enum Mood {
        WELL,
        /** It reads, and takes no commit: a full disk. */
        FULL,
        /** It answers nothing. */
        GONE,
        /** Somebody else always commits first. */
        STALE
    }

    final AtomicInteger commits = new AtomicInteger();
    volatile Mood mood = Mood.WELL;

    private final Ledger ledger = super.ledger();

    FailingStore() {
        super(new MemoryStore());
    }

    @Override
    public Ledger ledger() {
        return new Ledger() {
            @Override
            public CompletionStage<Presence> read(UserKey user) {
                return mood == Mood.GONE ? unavailable() : ledger.read(user);
            }

            @Override
            public CompletionStage<Map<UserKey, Presence>> readAll(Collection<UserKey> users) {
                return mood == Mood.GONE ? unavailable() : ledger.readAll(users);
            }

            @Override
            public CompletionStage<Commit> commit(Accepted accepted) {
                commits.incrementAndGet();
                return switch (mood) {
                    case WELL -> ledger.commit(accepted);
                    case STALE -> CompletableFuture.completedStage(Commit.STALE);
                    case FULL, GONE -> unavailable();
                };
            }
        };
    }

    private static <T> CompletionStage<T> unavailable() {
        return CompletableFuture.failedStage(new StoreUnavailableException("/secret/folder: no space left on device"));
    }
}
