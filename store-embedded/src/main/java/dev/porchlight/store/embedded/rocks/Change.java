package dev.porchlight.store.embedded.rocks;

import dev.porchlight.engine.port.StoreUnavailableException;
import dev.porchlight.rows.Draft;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One caller's change, as the writer carries it out: {@link #apply} checks and drafts, then the draft becomes durable, then
 * {@link #durable} for every change of the draft in order, then {@link #answer} for all. All on the writer's thread.
 */
public interface Change {

    /** Reads first, then adds to the draft; where it throws, nothing of it stays. */
    void apply(Draft draft);

    /** Whether it scans tables or drops ranges, which drafts do not see: then it is written by itself. */
    default boolean alone() {
        return false;
    }

    /** The change is on disk: bring caches up to date and tell listeners. */
    void durable();

    /** Tells the caller. */
    void answer();

    /** Tells the caller that nothing was stored, as far as is known. */
    void failed(StoreUnavailableException reason);

    /** A change whose answer is known once it is drafted. */
    static <T> CompletionStage<T> submit(Writer writer, Function<Draft, T> apply, Consumer<T> durable) {
        return submit(writer, false, apply, durable);
    }

    /** The same for a change that is written by itself, because it scans tables or drops ranges. */
    static <T> CompletionStage<T> submitAlone(Writer writer, Function<Draft, T> apply, Consumer<T> durable) {
        return submit(writer, true, apply, durable);
    }

    private static <T> CompletionStage<T> submit(
            Writer writer, boolean alone, Function<Draft, T> apply, Consumer<T> durable) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        writer.submit(new Drafted<>(alone, apply, durable, answer));
        return answer;
    }
}
