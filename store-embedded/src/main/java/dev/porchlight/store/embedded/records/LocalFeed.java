package dev.porchlight.store.embedded.records;

import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.Feed;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.BiConsumer;

/** The feed within the process: the writer tells, in the order of the commits. */
public final class LocalFeed implements Feed {
    private final Map<UserKey, CopyOnWriteArraySet<Listener>> listeners = new ConcurrentHashMap<>();

    @Override
    public CompletionStage<Void> watch(UserKey user, Listener listener) {
        listeners.compute(user, (same, old) -> {
            CopyOnWriteArraySet<Listener> set = old == null ? new CopyOnWriteArraySet<>() : old;
            set.add(listener);
            return set;
        });
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void unwatch(UserKey user, Listener listener) {
        listeners.computeIfPresent(user, (same, set) -> {
            set.remove(listener);
            return set.isEmpty() ? null : set;
        });
    }

    void tell(PresenceEvent event) {
        each(event.user(), (listener, user) -> listener.changed(event));
    }

    void gap(UserKey user) {
        each(user, Listener::gap);
    }

    /** After a failure: what was told may differ from what is on disk. */
    public void gapForAll() {
        listeners.keySet().forEach(this::gap);
    }

    private void each(UserKey user, BiConsumer<Listener, UserKey> tell) {
        CopyOnWriteArraySet<Listener> set = listeners.get(user);
        if (set == null) {
            return;
        }
        for (Listener listener : set) {
            try {
                tell.accept(listener, user);
            } catch (RuntimeException e) {
                // One listener's mistake must not take an event from the others, or the writer from all.
                System.getLogger(LocalFeed.class.getName())
                        .log(System.Logger.Level.ERROR, "A listener failed on a change of " + user, e);
            }
        }
    }
}
