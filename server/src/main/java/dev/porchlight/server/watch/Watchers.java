package dev.porchlight.server.watch;

import dev.porchlight.engine.watch.FanOut;
import dev.porchlight.server.gate.Principal;
import dev.porchlight.wire.WatchNotice;
import io.vertx.core.Context;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** All watching connections of this node. */
public final class Watchers {
    /** Before a planned end, clients are sent away over this time, so that they do not come back all at once. */
    private static final Duration SPREAD = Duration.ofSeconds(10);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final FanOut fanOut;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final int maxPerToken;
    private final Encodings encodings = new Encodings();
    private final Map<Context, EventLoop> loops = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> perToken = new ConcurrentHashMap<>();

    /** @param maxPerToken how many connections one token may have open */
    public Watchers(FanOut fanOut, InstantSource clock, RandomGenerator random, int maxPerToken) {
        this.fanOut = fanOut;
        this.clock = clock;
        this.random = random;
        this.maxPerToken = maxPerToken;
    }

    /** How many connections are open. */
    public int size() {
        return loops.values().stream().mapToInt(loop -> loop.watchers().size()).sum();
    }

    /** How many users are watched by any of them. */
    public int watchedUsers() {
        return fanOut.size();
    }

    /** Ends the connections of callers whose tokens were revoked. */
    public void revoked(Predicate<Principal> callers) {
        each(watcher -> {
            if (callers.test(watcher.principal())) {
                watcher.close(Parting.TOKEN_ENDED);
            }
        });
    }

    /** Sends everybody away, each with a time to come back at. */
    public void sendAway() {
        each(watcher -> {
            watcher.tell(new WatchNotice(null, random.nextLong(SPREAD.toMillis())));
            watcher.close(Parting.GOING_DOWN);
        });
    }

    FanOut fanOut() {
        return fanOut;
    }

    InstantSource clock() {
        return clock;
    }

    /** Takes one more connection of the token; false if it has as many as it may. */
    boolean admit(Principal principal) {
        AtomicInteger open = perToken.computeIfAbsent(principal.credential().hash(), hash -> new AtomicInteger());
        if (open.incrementAndGet() > maxPerToken) {
            dismiss(principal);
            return false;
        }
        return true;
    }

    /** Gives the place of a connection back. */
    void dismiss(Principal principal) {
        perToken.computeIfPresent(
                principal.credential().hash(), (hash, open) -> open.decrementAndGet() == 0 ? null : open);
    }

    /** Begins to serve a connection that was admitted. Called on its event loop. */
    Watcher begin(Principal principal, Line line, boolean answersPings, Context context) {
        EventLoop loop = loops.computeIfAbsent(context, this::looked);
        Watcher watcher = new Watcher(principal, line, loop, encodings, answersPings, clock.instant());
        loop.watchers().add(watcher);
        return watcher;
    }

    void end(Watcher watcher) {
        if (watcher.loop().watchers().remove(watcher)) {
            watcher.gone(fanOut);
            dismiss(watcher.principal());
        }
    }

    private EventLoop looked(Context context) {
        EventLoop loop = new EventLoop(context);
        context.owner()
                .setPeriodic(
                        LOOK_EVERY.toMillis(),
                        tick -> loop.run(() -> loop.watchers().forEach(watcher -> watcher.check(clock.instant()))));
        return loop;
    }

    private void each(Consumer<Watcher> action) {
        loops.values().forEach(loop -> loop.run(() -> loop.watchers().forEach(action)));
    }
}
