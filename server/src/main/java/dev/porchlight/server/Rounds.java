package dev.porchlight.server;

import dev.porchlight.engine.Due;
import dev.porchlight.engine.Housekeeping;
import dev.porchlight.engine.Recurring;
import dev.porchlight.engine.watch.FanOut;
import dev.porchlight.server.webhook.Courier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * What the server does by itself, on one thread of its own: rings alarms, reads watched users again that could not be read,
 * carries changes to subscribers, and drops what was kept long enough.
 */
final class Rounds implements AutoCloseable {
    /** An end is shown to readers at its instant; this is how late watchers may hear of it. */
    private static final Duration BETWEEN_RINGS = Duration.ofMillis(100);

    /** This is how late subscribers may hear of a change. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private static final Duration BETWEEN_CLEARINGS = Duration.ofMinutes(1);
    private static final Duration BETWEEN_HEALINGS = Duration.ofSeconds(1);
    /** All watched users are read again in so many rounds of {@link #BETWEEN_HEALINGS}: this is how long a message can be missed. */
    private static final int REFRESHED_IN = 300;

    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(10);

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("porchlight-rounds").daemon().factory());
    private final List<Recurring> all;

    /** @param shared whether other nodes write to the store, too, and what they tell may be lost */
    Rounds(Due alarms, Courier courier, FanOut fanOut, Housekeeping housekeeping, boolean shared) {
        all = new ArrayList<>(List.of(
                new Recurring("ringing alarms", BETWEEN_RINGS, alarms::run, this::after),
                new Recurring("reading watched users again", BETWEEN_HEALINGS, fanOut::heal, this::after),
                new Recurring("dropping old records", BETWEEN_SWEEPS, housekeeping::sweep, this::after),
                new Recurring("carrying changes to subscribers", BETWEEN_LOOKS, courier::tend, this::after),
                new Recurring("dropping what nobody subscribed to", BETWEEN_CLEARINGS, courier::sweep, this::after)));
        if (shared) {
            all.add(new Recurring(
                    "reading watched users afresh", BETWEEN_HEALINGS, () -> fanOut.refresh(REFRESHED_IN), this::after));
        }
        all.forEach(Recurring::start);
    }

    /** Begins no further round, and waits for one under way to hand its work to the store. */
    @Override
    public void close() {
        all.forEach(Recurring::close);
        timer.shutdownNow();
    }

    private void after(Duration pause, Runnable call) {
        if (!timer.isShutdown()) {
            // Recurring sees to the failures of what it is called for.
            ScheduledFuture<?> _ = timer.schedule(call, pause.toNanos(), TimeUnit.NANOSECONDS);
        }
    }
}
