package dev.porchlight.store.memory;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.Feed;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Tells of each commit on the thread that made it, or on the one that is telling already, so that nobody is told of the
 * second before the first. No lock is held meanwhile: a listener may call the store.
 */
final class MemoryFeed implements Feed {
    private static final System.Logger LOG = System.getLogger(MemoryFeed.class.getName());

    private final Map<UserKey, Set<Listener>> listeners = new HashMap<>();
    private final Queue<Notice> log = new ConcurrentLinkedQueue<>();
    private final AtomicInteger rounds = new AtomicInteger();

    private record Notice(UserKey user, Consumer<Listener> call) {}

    @Override
    public CompletionStage<Void> watch(UserKey user, Listener listener) {
        synchronized (listeners) {
            listeners.computeIfAbsent(user, u -> new LinkedHashSet<>()).add(listener);
        }
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void unwatch(UserKey user, Listener listener) {
        synchronized (listeners) {
            listeners.computeIfPresent(user, (u, those) -> {
                those.remove(listener);
                return those.isEmpty() ? null : those;
            });
        }
    }

    /** Notes what listeners are to be told. Called under the store's lock, so that the log is in the order of commits. */
    void append(UserKey user, Consumer<Listener> call) {
        log.add(new Notice(user, call));
    }

    /** Tells all that is noted. Called without the store's lock. */
    void deliver() {
        if (rounds.getAndIncrement() > 0) {
            return;
        }
        do {
            for (Notice notice = log.poll(); notice != null; notice = log.poll()) {
                tell(notice);
            }
        } while (rounds.decrementAndGet() > 0);
    }

    private void tell(Notice notice) {
        List<Listener> those;
        synchronized (listeners) {
            those = List.copyOf(listeners.getOrDefault(notice.user(), Set.of()));
        }
        for (Listener listener : those) {
            try {
                notice.call().accept(listener);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "a listener of the feed failed", e);
            }
        }
    }
}
