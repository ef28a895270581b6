package dev.porchlight.server;

import dev.porchlight.engine.Housekeeping;
import dev.porchlight.engine.Recurring;
import dev.porchlight.engine.Ringer;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** What the server does by itself, on one thread of its own: rings alarms, and drops what was kept long enough. */
final class Rounds implements AutoCloseable {
    /** An end is shown to readers at its instant; this is how late watchers may hear of it. */
    private static final Duration BETWEEN_RINGS = Duration.ofMillis(100);

    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(10);

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("porchlight-rounds").daemon().factory());
    private final Recurring ringing;
    private final Recurring sweeping;

    Rounds(Ringer ringer, Housekeeping housekeeping) {
        this.ringing = new Recurring("ringing alarms", BETWEEN_RINGS, ringer::ring, this::after);
        this.sweeping = new Recurring("dropping old records", BETWEEN_SWEEPS, housekeeping::sweep, this::after);
        ringing.start();
        sweeping.start();
    }

    /** Begins no further round, and waits for one under way to hand its work to the store. */
    @Override
    public void close() {
        ringing.close();
        sweeping.close();
        timer.shutdownNow();
    }

    private void after(Duration pause, Runnable call) {
        if (!timer.isShutdown()) {
            // Recurring sees to the failures of what it is called for.
            ScheduledFuture<?> _ = timer.schedule(call, pause.toNanos(), TimeUnit.NANOSECONDS);
        }
    }
}
