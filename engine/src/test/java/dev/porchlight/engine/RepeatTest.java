package dev.porchlight.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RepeatTest {
    private final AtomicInteger steps = new AtomicInteger();

    @Test
    void theStackStaysFlatHoweverManyStepsAreDoneAtOnce() {
        var done = Repeat.whileTrue(() -> CompletableFuture.completedStage(steps.incrementAndGet() < 1_000_000));

        assertThat(done.toCompletableFuture()).isCompleted();
        assertThat(steps).hasValue(1_000_000);
    }

    @Test
    void stepsThatTakeTheirTimeFollowEachOther() {
        Deque<CompletableFuture<Boolean>> open = new ArrayDeque<>();
        var done = Repeat.whileTrue(() -> {
                    open.add(new CompletableFuture<>());
                    return open.getLast();
                })
                .toCompletableFuture();

        open.removeFirst().complete(true);
        assertThat(open).hasSize(1);
        assertThat(done).isNotDone();
        open.removeFirst().complete(false);
        assertThat(open).isEmpty();
        assertThat(done).isCompleted();
    }

    @Test
    void aFailureEndsItUnwrapped() {
        IllegalStateException failure = new IllegalStateException("on purpose");
        CompletableFuture<Boolean> late = new CompletableFuture<>();

        assertThat(Repeat.whileTrue(
                        () -> CompletableFuture.<Boolean>failedStage(failure).thenApply(more -> more)))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCause(failure);
        assertThat(Repeat.whileTrue(() -> {
                    throw failure;
                }))
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCause(failure);
        var slow = Repeat.whileTrue(() -> late.thenApply(more -> more));
        late.completeExceptionally(failure);
        assertThat(slow).failsWithin(Duration.ZERO).withThrowableThat().withCause(failure);
    }
}
