package dev.porchlight.store.valkey.dir;

import dev.porchlight.engine.port.StoreUnavailableException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Waits for the store, on a thread that may block. */
final class Waits {
    private Waits() {}

    /** What the stage answers. Throws {@link StoreUnavailableException} where it failed. */
    static <T extends @Nullable Object> T answer(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException e) {
            throw unavailable(e.getCause() == null ? e : e.getCause());
        }
    }

    static StoreUnavailableException unavailable(Throwable cause) {
        return cause instanceof StoreUnavailableException known
                ? known
                : new StoreUnavailableException("The store failed: " + cause, cause);
    }
}
