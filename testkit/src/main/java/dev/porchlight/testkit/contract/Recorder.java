package dev.porchlight.testkit.contract;

import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.Feed;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Notes what a feed tells. Events that come twice are noted once, as the feed's contract lets them. */
final class Recorder implements Feed.Listener {
    private static final long PATIENCE_SECONDS = 20;

    private final Set<PresenceEvent> known = new HashSet<>();
    private final BlockingQueue<PresenceEvent> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<UserKey> gaps = new LinkedBlockingQueue<>();

    @Override
    public synchronized void changed(PresenceEvent event) {
        if (known.add(event)) {
            events.add(event);
        }
    }

    @Override
    public void gap(UserKey user) {
        gaps.add(user);
    }

    PresenceEvent nextEvent() {
        return next(events, "an event");
    }

    UserKey nextGap() {
        return next(gaps, "a gap");
    }

    private static <T> T next(BlockingQueue<T> queue, String what) {
        try {
            T told = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (told == null) {
                throw new AssertionError(
                        "the feed told nothing for " + PATIENCE_SECONDS + " s (expected: " + what + ")");
            }
            return told;
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while waiting for the feed", e);
        }
    }
}
