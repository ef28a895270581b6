package dev.porchlight.store.embedded.rocks;

import dev.porchlight.engine.port.StoreUnavailableException;
import dev.porchlight.rows.Draft;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A change made of two functions. */
final class Drafted<T> implements Change {
    private final boolean alone;
    private final Function<Draft, T> apply;
    private final Consumer<T> durable;
    private final CompletableFuture<T> answer;
    private @Nullable T result;

    Drafted(boolean alone, Function<Draft, T> apply, Consumer<T> durable, CompletableFuture<T> answer) {
        this.alone = alone;
        this.apply = apply;
        this.durable = durable;
        this.answer = answer;
    }

    @Override
    public boolean alone() {
        return alone;
    }

    @Override
    public void apply(Draft draft) {
        result = apply.apply(draft);
    }

    @Override
    public void durable() {
        durable.accept(result());
    }

    @Override
    public void answer() {
        answer.complete(result());
    }

    @Override
    public void failed(StoreUnavailableException reason) {
        answer.completeExceptionally(reason);
    }

    private T result() {
        return Objects.requireNonNull(result, "applied");
    }
}
