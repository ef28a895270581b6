package dev.porchlight.store.valkey.dir;

import dev.porchlight.engine.port.StoreUnavailableException;
import dev.porchlight.rows.Draft;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One caller's change, which is drafted again until what it has read still stands when it is stored. */
final class Change<T> {
    private final boolean alone;
    private final Function<Draft, T> apply;
    private final Consumer<T> durable;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private @Nullable T result;
    private @Nullable RuntimeException failure;

    Change(boolean alone, Function<Draft, T> apply, Consumer<T> durable) {
        this.alone = alone;
        this.apply = apply;
        this.durable = durable;
    }

    CompletableFuture<T> answer() {
        return answer;
    }

    boolean isAlone() {
        return alone;
    }

    /** Only reads what it will read, so that this is known when it is drafted in its turn. */
    void rehearse(Seen seen) {
        try {
            result = apply.apply(new SeenDraft(seen, new Pending(), new Pending()));
        } catch (RuntimeException e) {
            // What it cannot do it will say in its turn.
            failure = e;
        }
    }

    /** Drafts it after others, to which its own is added; nothing of it where it fails. */
    void draft(Seen seen, Pending before) {
        Pending own = new Pending();
        try {
            failure = null;
            result = apply.apply(new SeenDraft(seen, before, own));
            before.add(own);
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    boolean hasFailed() {
        return failure != null;
    }

    /** It is stored. */
    void durable() {
        if (failure == null) {
            durable.accept(Objects.requireNonNull(result, "drafted"));
        }
    }

    /** Tells the caller. */
    void tell() {
        if (failure == null) {
            answer.complete(Objects.requireNonNull(result, "drafted"));
        } else {
            answer.completeExceptionally(failure);
        }
    }

    void fail(StoreUnavailableException reason) {
        answer.completeExceptionally(reason);
    }
}
