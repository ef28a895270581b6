package dev.porchlight.engine;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does something again and again, with a pause after each time, never twice at once, until it is closed. A failure is logged
 * and the next time comes all the same.
 */
public final class Recurring implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Recurring.class.getName());

    private final String what;
    private final Duration pause;
    private final Supplier<? extends CompletionStage<?>> task;
    private final Timer timer;
    private volatile boolean closed;
    private volatile boolean failing;

    /** Calls once, after a while: a scheduler's or an event loop's timer. */
    public interface Timer {
        void after(Duration pause, Runnable call);
    }

    /**
     * Something to be started.
     *
     * @param what for the log, such as "ringing alarms"
     */
    public Recurring(String what, Duration pause, Supplier<? extends CompletionStage<?>> task, Timer timer) {
        this.what = what;
        this.pause = pause;
        this.task = task;
        this.timer = timer;
    }

    /** Does it for the first time after one pause. To be called once. */
    public void start() {
        timer.after(pause, this::run);
    }

    /** After this no time begins; one under way goes on to its end. */
    @Override
    public void close() {
        closed = true;
    }

    private void run() {
        if (closed) {
            return;
        }
        try {
            task.get().whenComplete(this::done);
        } catch (RuntimeException e) {
            done(null, e);
        }
    }

    private void done(@Nullable Object ignored, @Nullable Throwable failure) {
        if (closed) {
            return;
        }
        report(failure);
        start();
    }

    /** The first failure of a row and its end: a full disk for an hour must not fill the log, too. */
    private void report(@Nullable Throwable failure) {
        if (failure == null && failing) {
            LOG.log(Level.INFO, what + " works again");
        } else if (failure != null && !failing) {
            LOG.log(Level.WARNING, what + " failed; trying again every " + pause, Failures.cause(failure));
        }
        failing = failure != null;
    }
}
