package dev.porchlight.server.watch;

import dev.porchlight.engine.watch.Shown;
import io.vertx.core.Context;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The watchers of one event loop. However many of them a change reaches, the loop is woken once, and each is served once in a
 * turn.
 */
final class EventLoop {
    private final Context context;
    private final Encodings encodings;
    private final WatchMetrics metrics;
    private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
    private final Queue<Watcher> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private @Nullable Shown lastShown;
    private @Nullable Encoded lastEncoded;

    EventLoop(Context context, Encodings encodings, WatchMetrics metrics) {
        this.context = context;
        this.encodings = encodings;
        this.metrics = metrics;
    }

    /** Something waits in the watcher's mailbox. Called from any thread. */
    void announce(Watcher watcher) {
        waiting.add(watcher);
        if (woken.compareAndSet(false, true)) {
            context.runOnContext(turn -> serve());
        }
    }

    void run(Runnable call) {
        context.runOnContext(turn -> call.run());
    }

    /** @param millis from 0 */
    void after(long millis, Runnable call) {
        if (millis == 0) {
            run(call);
        } else {
            context.owner().setTimer(millis, timer -> run(call));
        }
    }

    /** The answer as it is sent. Called on the event loop. */
    @SuppressWarnings("ReferenceEquality") // The one object of a change reaches all mailboxes: there is no equal other.
    Encoded encoded(Shown shown) {
        Encoded encoded = lastEncoded;
        if (encoded == null || shown != lastShown) {
            // A change that many watch is sent to one after the other: only the first asks what all loops share.
            encoded = encodings.of(shown);
            lastEncoded = encoded;
            lastShown = shown;
        }
        return encoded;
    }

    WatchMetrics metrics() {
        return metrics;
    }

    Set<Watcher> watchers() {
        return watchers;
    }

    private void serve() {
        // First the flag: whoever comes after this is served by the next turn at the latest.
        woken.set(false);
        for (Watcher next = waiting.poll(); next != null; next = waiting.poll()) {
            next.serve();
        }
    }
}
