package dev.porchlight.store.memory;

import dev.porchlight.engine.port.StoreUnavailableException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Lets one caller at a time at the state, and nobody once it is closed. */
final class Gate {
    private final Object lock;
    private boolean closed;

    Gate(MemoryState state) {
        this.lock = state;
    }

    <T> CompletionStage<T> ask(Supplier<T> question) {
        synchronized (lock) {
            return closed
                    ? CompletableFuture.failedStage(new StoreUnavailableException("the store is closed"))
                    : CompletableFuture.completedStage(question.get());
        }
    }

    void close() {
        synchronized (lock) {
            closed = true;
        }
    }
}
