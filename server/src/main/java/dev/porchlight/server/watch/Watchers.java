package dev.porchlight.server.watch;

import dev.porchlight.engine.watch.FanOut;
import dev.porchlight.server.gate.Gate;
import dev.porchlight.server.gate.Principal;
import dev.porchlight.wire.WatchNotice;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.internal.ContextInternal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All watching connections of this node. */
public final class Watchers {
    private static final Logger log = LoggerFactory.getLogger(Watchers.class);

    /** Before a planned end, clients are sent away over this time, so that they do not come back all at once. */
    private static final Duration SPREAD = Duration.ofSeconds(10);

    /** Where there are other nodes, clients may come back almost at once: they were sent away one by one. */
    private static final Duration SPREAD_ON_LEAVING = Duration.ofSeconds(1);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final FanOut fanOut;
    private final Gate gate;
    private final WatchMetrics metrics;
    private final InstantSource clock;
    private final InstantSource tokens;
    private final RandomGenerator random;
    private final int maxPerToken;
    private final Encodings encodings = new Encodings();
    private final Map<Context, EventLoop> loops = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> perToken = new ConcurrentHashMap<>();
    private volatile boolean sentAway;
    private volatile Duration leaving = Duration.ZERO;

    /**
     * No connections yet.
     *
     * @param gate asked again and again whether the tokens of the connected are still good
     * @param clock of the connections: how long somebody has been silent
     * @param tokens the clock that tokens end by, which somebody who tests may move
     * @param maxPerToken how many connections one token may have open
     */
    public Watchers(
            FanOut fanOut,
            Gate gate,
            MeterRegistry registry,
            InstantSource clock,
            InstantSource tokens,
            RandomGenerator random,
            int maxPerToken) {
        this.fanOut = fanOut;
        this.gate = gate;
        this.metrics = new WatchMetrics(registry);
        this.clock = clock;
        this.tokens = tokens;
        this.random = random;
        this.maxPerToken = maxPerToken;
        gate.onRevoked(this::revoked);
        gauge(registry, "porchlight.watch.connections", "Open connections of watchers", Watchers::size);
        gauge(registry, "porchlight.watch.users", "Users watched by anybody", Watchers::watchedUsers);
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<Watchers> value) {
        Gauge.builder(name, this, value).description(description).register(registry);
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
    private void revoked(Predicate<Principal> callers) {
        each(watcher -> {
            if (callers.test(watcher.principal())) {
                watcher.close(Parting.TOKEN_ENDED);
            }
        });
    }

    /** Sends those who are here away, one by one, over the time given, and whoever still comes in as much time again. */
    public void leave(Duration over) {
        leaving = over;
        each(watcher -> sendAway(watcher, over));
    }

    private void sendAway(Watcher watcher, Duration over) {
        watcher.loop().after(random.nextLong(over.toMillis() + 1), () -> {
            watcher.tell(new WatchNotice(null, random.nextLong(SPREAD_ON_LEAVING.toMillis())));
            watcher.close(Parting.GOING_DOWN);
        });
    }

    /** Sends everybody away, each with a time to come back at. */
    public void sendAway() {
        sentAway = true;
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
        // Each request has a context of its own over that of its event loop.
        EventLoop loop = loops.computeIfAbsent(((ContextInternal) context).unwrap(), this::looked);
        Watcher watcher = new Watcher(principal, line, loop, answersPings, clock.instant());
        loop.watchers().add(watcher);
        if (!leaving.isZero()) {
            sendAway(watcher, leaving);
        }
        return watcher;
    }

    void end(Watcher watcher) {
        if (watcher.loop().watchers().remove(watcher)) {
            watcher.gone(fanOut);
            dismiss(watcher.principal());
        }
    }

    private EventLoop looked(Context context) {
        EventLoop loop = new EventLoop(context, encodings, metrics);
        context.owner().setPeriodic(LOOK_EVERY.toMillis(), tick -> {
            if (sentAway && loop.watchers().isEmpty()) {
                context.owner().cancelTimer(tick);
            }
            loop.run(() -> look(loop, clock.instant()));
        });
        return loop;
    }

    private void look(EventLoop loop, Instant now) {
        Instant tokenTime = tokens.instant();
        loop.watchers().forEach(watcher -> {
            watcher.check(now, tokenTime);
            if (watcher.isToBeConfirmed(now)) {
                confirm(watcher);
            }
        });
    }

    /** Where the store cannot tell, the connection stays and is asked about again. */
    private void confirm(Watcher watcher) {
        gate.isGood(watcher.principal()).whenComplete((good, failure) -> {
            if (failure != null) {
                log.warn("whether a watcher's token is still good could not be found out: {}", failure.toString());
            } else if (!good) {
                watcher.loop().run(() -> watcher.close(Parting.TOKEN_ENDED));
            }
        });
    }

    private void each(Consumer<Watcher> action) {
        loops.values().forEach(loop -> loop.run(() -> loop.watchers().forEach(action)));
    }
}
