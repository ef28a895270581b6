package dev.porchlight.store.valkey.dir;

import dev.porchlight.engine.port.StoreUnavailableException;
import dev.porchlight.rows.Draft;
import dev.porchlight.rows.Rows;
import dev.porchlight.rows.Table;
import dev.porchlight.rows.View;
import dev.porchlight.store.valkey.line.Lines;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Tables in one slot of the store, read by virtual threads, which wait for it. */
final class DirRows implements Rows, AutoCloseable {
    private static final int MAX_READS = 65_536;

    private final Reads reads;
    private final Changing changing;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("porchlight-directory-", 0).factory());
    private final Semaphore room = new Semaphore(MAX_READS);
    private volatile boolean closed;

    DirRows(Lines lines, Places places, RandomGenerator random) {
        reads = new Reads(lines, places);
        changing = new Changing(lines, places, random, threads);
        changing.start();
    }

    /** Blocks while it reads. */
    View view() {
        return reads;
    }

    @Override
    public <T extends @Nullable Object> CompletionStage<T> read(Function<View, T> reader) {
        return run(() -> reader.apply(reads));
    }

    @Override
    public <T extends @Nullable Object> CompletionStage<T> run(Supplier<T> task) {
        if (closed) {
            return CompletableFuture.failedStage(Changing.shut());
        }
        if (!room.tryAcquire()) {
            return CompletableFuture.failedStage(
                    new StoreUnavailableException("Too many reads wait for the store: " + MAX_READS + "."));
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                answer.complete(task.get());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            } finally {
                room.release();
            }
        });
        return answer;
    }

    @Override
    public byte @Nullable [] get(Table table, byte[] key) {
        return reads.get(table, key);
    }

    @Override
    public <T> CompletionStage<T> change(Function<Draft, T> apply, Consumer<T> durable) {
        return changing.submit(new Change<>(false, apply, durable));
    }

    @Override
    public <T> CompletionStage<T> changeAlone(Function<Draft, T> apply, Consumer<T> durable) {
        return changing.submit(new Change<>(true, apply, durable));
    }

    /** Carries out the changes that wait. */
    @Override
    public void close() {
        closed = true;
        changing.close();
        threads.shutdown();
    }
}
