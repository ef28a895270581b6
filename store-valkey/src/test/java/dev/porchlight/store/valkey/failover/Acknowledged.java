package dev.porchlight.store.valkey.failover;

import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Every change that was acknowledged, by user and revision, and those that were acknowledged twice under one. */
final class Acknowledged {
    private final ConcurrentMap<UserKey, ConcurrentMap<Long, PresenceEvent>> events = new ConcurrentHashMap<>();
    private final List<PresenceEvent> twice = new ArrayList<>();
    private final List<Throwable> unexpected = new CopyOnWriteArrayList<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();

    void add(Outcome outcome) {
        if (!(outcome instanceof Outcome.Done done)) {
            throw new AssertionError("unexpected: " + outcome);
        }
        PresenceEvent event = done.event();
        if (event == null) {
            return;
        }
        count.incrementAndGet();
        if (events.computeIfAbsent(event.user(), user -> new ConcurrentHashMap<>())
                        .put(event.revision(), event)
                != null) {
            synchronized (twice) {
                twice.add(event);
            }
        }
    }

    void failed() {
        failures.incrementAndGet();
    }

    /** Something other than a store that cannot be reached. */
    void unexpected(Throwable failure) {
        unexpected.add(failure);
    }

    List<Throwable> unexpected() {
        return List.copyOf(unexpected);
    }

    Map<Long, PresenceEvent> of(UserKey user) {
        return events.getOrDefault(user, new ConcurrentHashMap<>());
    }

    List<PresenceEvent> twice() {
        synchronized (twice) {
            return List.copyOf(twice);
        }
    }

    int count() {
        return count.get();
    }

    @Override
    public String toString() {
        return count + " changes acknowledged, " + failures + " not";
    }
}
