package dev.porchlight.store.valkey.dir;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.Outbox.Entry;
import dev.porchlight.engine.port.StoreUnavailableException;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Other slots, as a test wants them: away, or with presences that change, or with entries that stay where they are. */
final class Neighbour implements Elsewhere {
    final Queue<String> removed = new ConcurrentLinkedQueue<>();
    final Set<Long> done = ConcurrentHashMap.newKeySet();
    volatile boolean away;
    volatile long revision = 7;

    @Override
    public CompletionStage<Long> revision(UserKey user) {
        return answered(revision);
    }

    @Override
    public CompletionStage<Boolean> remove(UserKey user, long seen) {
        if (seen == revision && !away) {
            removed.add(user.user() + " at " + seen);
        }
        return answered(seen == revision);
    }

    @Override
    public CompletionStage<List<Entry>> waiting(List<Entry> entries) {
        return answered(entries.stream()
                .filter(entry -> !done.contains(entry.sequence()))
                .toList());
    }

    @Override
    public CompletionStage<Void> done(Entry entry) {
        if (!away) {
            done.add(entry.sequence());
        }
        return answered(true).thenAccept(gone -> {});
    }

    @Override
    public boolean owns(String subscription) {
        return true;
    }

    private <T> CompletionStage<T> answered(T answer) {
        return away
                ? CompletableFuture.failedStage(new StoreUnavailableException("away"))
                : CompletableFuture.completedStage(answer);
    }
}
