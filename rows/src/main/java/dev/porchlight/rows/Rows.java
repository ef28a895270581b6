package dev.porchlight.rows;

import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The tables of one engine. Changes are carried out as if one after the other; a function that drafts may be called again
 * where another change came in between, so all it does is read and draft. Stages fail with
 * {@link dev.porchlight.engine.port.StoreUnavailableException}, and nothing has changed.
 */
public interface Rows {

    /** Reads what is written now and later. */
    <T extends @Nullable Object> CompletionStage<T> read(Function<View, T> reader);

    /** Runs anything that reads by {@link #get}, where it may block. */
    <T extends @Nullable Object> CompletionStage<T> run(Supplier<T> task);

    /** The row's value, or null where there is none. Blocks while the engine reads. */
    byte @Nullable [] get(Table table, byte[] key);

    /**
     * Carries out a change that asks for single rows only. The answer is known once it is drafted, and given when it is durable.
     *
     * @param durable told of the answer when the change is stored, before the caller is: to bring memory up to date
     */
    <T> CompletionStage<T> change(Function<Draft, T> apply, Consumer<T> durable);

    /** The same for a change that scans tables or drops ranges. */
    <T> CompletionStage<T> changeAlone(Function<Draft, T> apply, Consumer<T> durable);
}
