package dev.porchlight.engine.watch;

import dev.porchlight.core.presence.UserKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * What one watcher has not been told yet: of each user the newest answer, so that a slow watcher costs no more than a fast
 * one. It is filled by the {@link FanOut} and emptied by the watcher's door; any thread may do either.
 */
public final class Mailbox {
    private final int limit;
    private final Runnable ready;
    private final LongAdder conflated;
    private final Map<UserKey, Long> known = new HashMap<>();
    private final Map<UserKey, Shown> waiting = new LinkedHashMap<>();
    private boolean announced;

    /**
     * An empty mailbox that watches nobody.
     *
     * @param limit how many users it can watch, and so how many answers can wait in it
     * @param ready called when something waits, and not again before a {@link #drain} has left nothing. It must return at
     *     once; no lock is held meanwhile
     */
    public Mailbox(int limit, Runnable ready) {
        this(limit, ready, new LongAdder());
    }

    /**
     * The same.
     *
     * @param conflated counts the answers that a newer one has replaced before they were taken
     */
    public Mailbox(int limit, Runnable ready, LongAdder conflated) {
        this.limit = limit;
        this.ready = ready;
        this.conflated = conflated;
    }

    /**
     * Takes what waits, the users that waited longest first. Whoever gets as many as asked for comes again.
     *
     * @param max at most so many
     */
    public synchronized List<Shown> drain(int max) {
        List<Shown> batch = new ArrayList<>(Math.min(max, waiting.size()));
        Iterator<Shown> first = waiting.values().iterator();
        while (first.hasNext() && batch.size() < max) {
            batch.add(first.next());
            first.remove();
        }
        announced = !waiting.isEmpty();
        return batch;
    }

    /** Whom this mailbox watches. */
    public synchronized List<UserKey> watching() {
        return List.copyOf(known.keySet());
    }

    /** Lets answers of the user in, but for the revision that the watcher knows; false if the mailbox watches its limit. */
    synchronized boolean admit(UserKey user, long knownRevision) {
        if (known.size() >= limit && !known.containsKey(user)) {
            return false;
        }
        known.put(user, knownRevision);
        return true;
    }

    synchronized boolean dismiss(UserKey user) {
        waiting.remove(user);
        return known.remove(user) != null;
    }

    /** Takes an answer in if it is newer than the last. Answers whether {@link #announce} is to be called. */
    synchronized boolean offer(Shown shown) {
        Long last = known.get(shown.user());
        return last != null && shown.revision() > last && put(shown);
    }

    /** The same for an answer that stands, be it newer or older: a lower revision is that of a store that was set back. */
    synchronized boolean correct(Shown shown) {
        Long last = known.get(shown.user());
        if (last == null || (shown.revision() == last && !shown.corrected())) {
            return false;
        }
        return put(shown.revision() < last ? shown.asCorrected() : shown);
    }

    private boolean put(Shown shown) {
        known.put(shown.user(), shown.revision());
        if (waiting.put(shown.user(), shown) != null) {
            conflated.increment();
        }
        boolean first = !announced;
        announced = true;
        return first;
    }

    void announce() {
        ready.run();
    }
}
