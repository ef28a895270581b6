package dev.porchlight.engine.watch;

import dev.porchlight.core.presence.Answer;
import dev.porchlight.core.presence.Cause;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.Status;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.core.rule.Decision.Accepted;
import dev.porchlight.engine.port.Feed;
import dev.porchlight.engine.port.Ledger;
import dev.porchlight.engine.port.StoreUnavailableException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * A ledger and a feed of one user in which nothing happens by itself: a commit, what a read sees, its answer and each notice
 * of the feed are steps of their own, in any order that a real store could take them in.
 */
final class Stepped implements Ledger, Feed {
    static final UserKey ADA = new UserKey("acme", "ada");

    private final Set<Listener> listeners = new LinkedHashSet<>();
    private final Deque<Consumer<Listener>> notices = new ArrayDeque<>();
    private final List<Read> reads = new ArrayList<>();
    private Presence current = Presence.none(ADA);
    int watches;
    Runnable beforeEachCall = () -> {};

    private static final class Read {
        private final CompletableFuture<Presence> answer = new CompletableFuture<>();
        private Presence seen;
    }

    Presence current() {
        return current;
    }

    boolean isWatched() {
        return !listeners.isEmpty();
    }

    void commit() {
        long revision = current.revision() + 1;
        Instant at = Instant.EPOCH.plusSeconds(revision);
        Answer shown = new Answer(revision % 2 == 0 ? Status.AWAY : Status.AVAILABLE, at, null);
        PresenceEvent event = new PresenceEvent(
                ADA, revision, shown, current.shown().status(), at, new Cause(Cause.Kind.SESSION, "", ""));
        current = current.withRevision(revision).withShown(shown).withChangedAt(at);
        tell(listener -> listener.changed(event));
    }

    void renew() {
        current = current.withRevision(current.revision() + 1);
    }

    /** What was told of the revision was lost before it was acknowledged, and another change has got it. */
    void rewrite() {
        Answer other = new Answer(Status.DO_NOT_DISTURB, current.changedAt(), null);
        current = current.withShown(other);
        tell(listener -> listener.gap(ADA));
    }

    void remove() {
        current = Presence.none(ADA);
        tell(listener -> listener.gap(ADA));
    }

    /** What can happen next in the store and on its wires. */
    List<Runnable> steps() {
        List<Runnable> steps = new ArrayList<>();
        if (!notices.isEmpty()) {
            steps.add(() -> deliver(notices.removeFirst()));
        }
        for (Read read : List.copyOf(reads)) {
            steps.add(read.seen == null ? () -> read.seen = current : () -> answer(read));
        }
        return steps;
    }

    /** The next notice comes twice, if there is one. */
    void repeatNotice() {
        if (!notices.isEmpty()) {
            deliver(notices.getFirst());
        }
    }

    /** The next notice is lost, if there is one, and the feed notices. */
    void loseNotice() {
        if (!notices.isEmpty()) {
            notices.removeFirst();
            notices.addFirst(listener -> listener.gap(ADA));
        }
    }

    void repeatGap() {
        tell(listener -> listener.gap(ADA));
    }

    void loseNoticeUnnoticed() {
        notices.removeFirst();
    }

    boolean hasRead() {
        return !reads.isEmpty();
    }

    void failRead() {
        reads.removeFirst().answer.completeExceptionally(new StoreUnavailableException("for a test"));
    }

    private void answer(Read read) {
        reads.remove(read);
        read.answer.complete(read.seen);
    }

    private void tell(Consumer<Listener> notice) {
        if (!listeners.isEmpty()) {
            notices.add(notice);
        }
    }

    private void deliver(Consumer<Listener> notice) {
        List.copyOf(listeners).forEach(notice);
    }

    @Override
    public CompletionStage<Presence> read(UserKey user) {
        beforeEachCall.run();
        Read read = new Read();
        reads.add(read);
        return read.answer;
    }

    @Override
    public CompletionStage<Map<UserKey, Presence>> readAll(Collection<UserKey> users) {
        throw new UnsupportedOperationException("not asked by a fan-out");
    }

    @Override
    public CompletionStage<Commit> commit(Accepted accepted) {
        throw new UnsupportedOperationException("not asked by a fan-out");
    }

    @Override
    public CompletionStage<Void> watch(UserKey user, Listener listener) {
        beforeEachCall.run();
        watches++;
        listeners.add(listener);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void unwatch(UserKey user, Listener listener) {
        listeners.remove(listener);
    }
}
