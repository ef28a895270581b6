package dev.porchlight.engine;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Work that is never done twice at once: who comes second waits. So whoever finds work due, and then finds that it was done
 * before him, knows that it is over.
 */
public final class OneAtATime implements Due {
    private final Due work;
    private CompletableFuture<@Nullable Void> last = CompletableFuture.completedFuture(null);

    public OneAtATime(Due work) {
        this.work = work;
    }

    @Override
    public CompletionStage<Optional<Instant>> next() {
        return work.next();
    }

    @Override
    public CompletionStage<Integer> run() {
        CompletableFuture<@Nullable Void> before;
        CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
        synchronized (this) {
            before = last;
            last = over;
        }
        return before.thenCompose(ignored -> work.run()).whenComplete((count, failure) -> over.complete(null));
    }
}
