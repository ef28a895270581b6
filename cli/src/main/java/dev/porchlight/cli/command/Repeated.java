package dev.porchlight.cli.command;

import dev.porchlight.cli.terminal.Failure;
import dev.porchlight.cli.terminal.Surroundings;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Does something again and again until it is stopped. A failure is said, and the next turn tries again. */
public record Repeated(ScheduledExecutorService timer, ScheduledFuture<?> turns) {

    /** Does it first after the pause. */
    public static Repeated every(Duration pause, Runnable task, Surroundings surroundings) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        Runnable turn = () -> {
            try {
                task.run();
            } catch (Failure e) {
                surroundings.err().println(e.what());
            }
        };
        long millis = Math.max(1, pause.toMillis());
        return new Repeated(timer, timer.scheduleAtFixedRate(turn, millis, millis, TimeUnit.MILLISECONDS));
    }

    /** After this it does not begin again. */
    public void stop() {
        turns.cancel(false);
        timer.shutdown();
    }
}
