package dev.porchlight.store.embedded.rocks;

import dev.porchlight.engine.port.StoreUnavailableException;
import dev.porchlight.rows.View;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A few threads that read, so that no caller waits for the disk. */
public final class Readers implements AutoCloseable {
    /** Platform threads: one in native code would hold on to the carrier of a virtual one. */
    private static final int THREADS = 2;

    private static final int WAITING = 65_536;
    private static final long CLOSE_SECONDS = 10;

    private final Database database;
    private final ThreadPoolExecutor threads;

    public Readers(Database database) {
        this.database = database;
        this.threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().name("porchlight-store-reader-", 0).daemon().factory());
    }

    /** Fails with {@link StoreUnavailableException}. */
    public <T extends @Nullable Object> CompletionStage<T> read(Function<View, T> reader) {
        return run(() -> database.read(reader));
    }

    /** Runs anything that reads. Fails with {@link StoreUnavailableException}. */
    public <T extends @Nullable Object> CompletionStage<T> run(Supplier<T> task) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            threads.execute(() -> complete(answer, task));
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedStage(new StoreUnavailableException(
                    threads.isShutdown() ? "The store is closed." : "Too many reads wait for the store.", e));
        }
        return answer;
    }

    private static <T extends @Nullable Object> void complete(CompletableFuture<T> answer, Supplier<T> task) {
        try {
            answer.complete(task.get());
        } catch (RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    /** Lets reads that wait come to their end. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                System.getLogger(Readers.class.getName())
                        .log(
                                System.Logger.Level.WARNING,
                                "A read takes more than " + CLOSE_SECONDS + " s; closing waits");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
