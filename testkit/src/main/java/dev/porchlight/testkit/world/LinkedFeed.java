package dev.porchlight.testkit.world;

import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.Feed;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * The feed as a node sees it: late, in the order of each user, with some of it twice, and some of it lost and followed by a
 * gap.
 */
final class LinkedFeed implements Feed {
    private final Feed feed;
    private final Link link;
    private final VirtualTime time;
    private final Weather weather;
    private final Trace trace;
    private final Map<Watch, Wire> wires = new LinkedHashMap<>();

    private record Watch(UserKey user, Listener listener) {}

    LinkedFeed(Feed feed, Link link, VirtualTime time, Weather weather, Trace trace) {
        this.feed = feed;
        this.link = link;
        this.time = time;
        this.weather = weather;
        this.trace = trace;
    }

    @Override
    public CompletionStage<Void> watch(UserKey user, Listener listener) {
        return feed.watch(user, wires.computeIfAbsent(new Watch(user, listener), watch -> new Wire(listener)));
    }

    @Override
    public void unwatch(UserKey user, Listener listener) {
        Wire wire = wires.remove(new Watch(user, listener));
        if (wire != null) {
            feed.unwatch(user, wire);
        }
    }

    /** Ends all, as the end of the process does. */
    void cut() {
        wires.forEach((watch, wire) -> feed.unwatch(watch.user(), wire));
        wires.clear();
    }

    private final class Wire implements Listener {
        private final Listener listener;
        private Instant last = Instant.MIN;

        Wire(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void changed(PresenceEvent event) {
            if (link.isCut() || weather.losesNotice()) {
                trace.line("feed", "loses " + event.user() + " " + event.revision());
                inOrder(untilGap(), () -> listener.gap(event.user()));
                return;
            }
            inOrder(weather.delay(), () -> listener.changed(event));
            if (weather.repeats()) {
                link.deliver(time.now().plus(weather.longDelay()), () -> listener.changed(event));
            }
        }

        @Override
        public void gap(UserKey user) {
            inOrder(weather.delay(), () -> listener.gap(user));
        }

        private Duration untilGap() {
            Duration wait = link.isCut() ? Duration.between(time.now(), link.cutUntil()) : Duration.ZERO;
            return wait.plus(weather.longDelay());
        }

        private void inOrder(Duration delay, Runnable notice) {
            Instant soonest = time.now().plus(delay);
            last = soonest.isBefore(last) ? last : soonest;
            link.deliver(last, notice);
        }
    }
}
