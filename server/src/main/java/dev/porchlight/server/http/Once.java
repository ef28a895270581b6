package dev.porchlight.server.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that takes long to make and that many servers are never asked for: made when it is first asked for, then kept. */
public final class Once<T> {
    private final Supplier<T> making;
    private final Executor blocking;
    private volatile @Nullable CompletableFuture<T> made;

    /** @param blocking carries the making, off the event loops */
    public Once(Supplier<T> making, Executor blocking) {
        this.making = making;
        this.blocking = blocking;
    }

    /** Who asks at the same time as another may have it made twice, which does no harm. */
    public CompletionStage<T> get() {
        CompletableFuture<T> known = made;
        if (known == null) {
            known = CompletableFuture.supplyAsync(making, blocking);
            made = known;
        }
        return known;
    }
}
