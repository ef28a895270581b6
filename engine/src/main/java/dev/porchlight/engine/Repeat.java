package dev.porchlight.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Steps one after the other, as long as they ask for more. The stack stays flat, also where each step is done at once. */
public final class Repeat {
    private final Supplier<CompletionStage<Boolean>> step;
    private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();

    private Repeat(Supplier<CompletionStage<Boolean>> step) {
        this.step = step;
    }

    /** Takes the step again while it answers true. Completes after the first false, or fails with what a step failed with. */
    public static CompletionStage<@Nullable Void> whileTrue(Supplier<CompletionStage<Boolean>> step) {
        Repeat repeat = new Repeat(step);
        repeat.run();
        return repeat.done;
    }

    private void run() {
        try {
            boolean more = true;
            while (more) {
                CompletionStage<Boolean> next = step.get();
                CompletableFuture<Boolean> future = next.toCompletableFuture();
                if (!future.isDone()) {
                    next.whenComplete(this::resume);
                    return;
                }
                more = future.join();
            }
            done.complete(null);
        } catch (RuntimeException e) {
            done.completeExceptionally(Failures.cause(e));
        }
    }

    private void resume(@Nullable Boolean more, @Nullable Throwable failure) {
        if (failure != null) {
            done.completeExceptionally(Failures.cause(failure));
        } else if (Boolean.TRUE.equals(more)) {
            run();
        } else {
            done.complete(null);
        }
    }
}
