package dev.porchlight.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class RecurringTest {
    private static final Duration PAUSE = Duration.ofSeconds(7);

    private final Deque<Runnable> timers = new ArrayDeque<>();
    private final List<CompletableFuture<Void>> runs = new ArrayList<>();
    private final Recurring recurring = new Recurring("testing", PAUSE, this::begin, this::after);

    @Test
    void theNextTimeComesAPauseAfterTheLastHasEnded() {
        recurring.start();
        assertThat(runs).isEmpty();
        timers.removeFirst().run();
        assertThat(runs).hasSize(1);
        assertThat(timers).isEmpty();

        runs.getFirst().complete(null);
        timers.removeFirst().run();
        assertThat(runs).hasSize(2);
    }

    @Test
    void aFailureIsFollowedByTheNextTime() {
        recurring.start();
        timers.removeFirst().run();
        runs.getFirst().completeExceptionally(new IllegalStateException("on purpose"));

        timers.removeFirst().run();
        assertThat(runs).hasSize(2);
    }

    @Test
    void aRowOfFailuresAndItsEndAreLoggedOnce() {
        Logger logger = Logger.getLogger(Recurring.class.getName());
        List<String> lines = new ArrayList<>();
        Handler handler = new Lines(lines);
        logger.addHandler(handler);
        try {
            recurring.start();
            for (boolean fails : new boolean[] {false, true, true, true, false, false, true}) {
                timers.removeFirst().run();
                if (fails) {
                    runs.getLast().completeExceptionally(new IllegalStateException("on purpose"));
                } else {
                    runs.getLast().complete(null);
                }
            }
        } finally {
            logger.removeHandler(handler);
        }
        assertThat(lines)
                .containsExactly(
                        "testing failed; trying again every PT7S",
                        "testing works again",
                        "testing failed; trying again every PT7S");
    }

    @Test
    void whatThrowsAtOnceIsFollowedByTheNextTimeToo() {
        Recurring throwing = new Recurring(
                "testing",
                PAUSE,
                () -> {
                    throw new IllegalStateException("on purpose");
                },
                this::after);
        throwing.start();
        timers.removeFirst().run();

        assertThat(timers).hasSize(1);
    }

    @Test
    void afterClosingNothingBegins() {
        recurring.start();
        timers.removeFirst().run();
        recurring.close();
        runs.getFirst().complete(null);
        assertThat(timers).isEmpty();

        recurring.start();
        timers.removeFirst().run();
        assertThat(runs).hasSize(1);
    }

    private CompletableFuture<Void> begin() {
        runs.add(new CompletableFuture<>());
        return runs.getLast();
    }

    private void after(Duration pause, Runnable call) {
        assertThat(pause).isEqualTo(PAUSE);
        timers.add(call);
    }

    private static final class Lines extends Handler {
        private final List<String> lines;

        Lines(List<String> lines) {
            this.lines = lines;
        }

        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
