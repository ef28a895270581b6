package dev.porchlight.client.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The one place of the client that reads the clock. Tasks run on virtual threads. */
final class MachineTime implements Time {
    static final Time INSTANCE = new MachineTime();

    private final InstantSource clock = InstantSource.system();
    private final Executor threads =
            task -> Thread.ofVirtual().name("porchlight-client").start(task);

    private MachineTime() {}

    @Override
    public Instant instant() {
        return clock.instant();
    }

    @Override
    public void run(Runnable task) {
        threads.execute(task);
    }

    @Override
    public Runnable after(Duration wait, Runnable task) {
        Executor later = CompletableFuture.delayedExecutor(wait.toNanos(), TimeUnit.NANOSECONDS, threads);
        CompletableFuture<Void> planned = CompletableFuture.runAsync(task, later);
        return () -> planned.cancel(false);
    }

    @Override
    public void pause(Duration wait) throws InterruptedException {
        Thread.sleep(wait);
    }
}
