package dev.porchlight.engine.watch;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.Feed;
import dev.porchlight.engine.port.Ledger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Carries committed changes to the mailboxes of those who watch. However many watch a user, the feed is watched once.
 * Watching delivers the current answer and then every newer one, without a hole between; answers in between may be skipped.
 *
 * <p>Calls for different mailboxes may come from any thread, those for one mailbox one after the other.
 */
public final class FanOut {
    /** For a watcher that knows nothing of the user. */
    public static final long NOTHING_KNOWN = -1;

    private final Feed feed;
    private final Ledger ledger;
    private final ConcurrentMap<UserKey, Watched> watched = new ConcurrentHashMap<>();
    private Iterator<Watched> refreshing = Collections.emptyIterator();

    public FanOut(Feed feed, Ledger ledger) {
        this.feed = feed;
        this.ledger = ledger;
    }

    /**
     * Begins to fill the mailbox with the user's answers. False, and nothing is watched, if the mailbox watches its limit.
     *
     * @param knownRevision the watcher is not told of this one again; {@link #NOTHING_KNOWN} for none
     */
    public boolean watch(Mailbox mailbox, UserKey user, long knownRevision) {
        if (!mailbox.admit(user, knownRevision)) {
            return false;
        }
        boolean joined = false;
        while (!joined) {
            joined = join(mailbox, watched.computeIfAbsent(user, key -> new Watched(key, ledger)), user, knownRevision);
        }
        return true;
    }

    /** Ends it. What waits of the user is dropped. */
    public void unwatch(Mailbox mailbox, UserKey user) {
        if (mailbox.dismiss(user)) {
            leave(mailbox, user);
        }
    }

    /** Ends all watching of a mailbox whose watcher has gone. */
    public void close(Mailbox mailbox) {
        mailbox.watching().forEach(user -> unwatch(mailbox, user));
    }

    /**
     * Reads again the users whose last read failed: until then their watchers may miss something. To be called every second
     * or so. Fails if one of them could not be read this time either.
     */
    public CompletionStage<Void> heal() {
        return CompletableFuture.allOf(watched.values().stream()
                .map(Watched::heal)
                .map(CompletionStage::toCompletableFuture)
                .toArray(CompletableFuture[]::new));
    }

    /**
     * Reads some watched users again, next time the next ones: for a feed that may lose a message and not notice. Called so
     * many times, it has read all that were watched all the time. One call at a time.
     *
     * @param times from 1
     */
    public CompletionStage<Void> refresh(int times) {
        int count = Math.ceilDiv(watched.size(), times);
        List<CompletableFuture<?>> reads = new ArrayList<>(count);
        while (reads.size() < count) {
            if (!refreshing.hasNext()) {
                refreshing = watched.values().iterator();
                if (!refreshing.hasNext()) {
                    break;
                }
            }
            reads.add(refreshing.next().read().toCompletableFuture());
        }
        return CompletableFuture.allOf(reads.toArray(CompletableFuture[]::new));
    }

    /** How many users are watched by anybody. */
    public int size() {
        return watched.size();
    }

    private boolean join(Mailbox mailbox, Watched those, UserKey user, long known) {
        return switch (those.join(mailbox, known)) {
            case FIRST -> {
                begin(those, user);
                yield true;
            }
            case ANOTHER -> true;
            case TOO_LATE -> {
                watched.remove(user, those);
                yield false;
            }
        };
    }

    /** First watch, then read: a change in between comes by the feed, one before it by the read. */
    private void begin(Watched those, UserKey user) {
        CompletionStage<Void> told = feed.watch(user, those);
        if (those.isAbandoned()) {
            feed.unwatch(user, those);
        }
        // Where nothing is told yet, a gap comes later; what can be read is shown until then.
        told.whenComplete((done, failure) -> those.read());
    }

    private void leave(Mailbox mailbox, UserKey user) {
        Watched those = watched.get(user);
        if (those != null && those.leave(mailbox)) {
            watched.remove(user, those);
            feed.unwatch(user, those);
        }
    }
}
