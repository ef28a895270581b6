package dev.porchlight.bench.store;

import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.Ledger.Commit;
import dev.porchlight.engine.port.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Callers that have one commit outstanding each, on one thread that stands for the event loop of a server: it reads, decides
 * and hands over, and is told on that same thread.
 */
final class Callers implements AutoCloseable {
    private static final long SEED = 42;

    private final Store store;
    private final int users;
    private final int callers;
    private final ExecutorService loop = Executors.newSingleThreadExecutor();
    private final Random random = new Random(SEED);
    private Instant now = Instant.now();
    private Round round = new Round(0);

    Callers(Store store, int users, int callers) {
        this.store = store;
        this.users = users;
        this.callers = callers;
    }

    /** Lets all of them run for a time. */
    Round run(Duration time) {
        Round current = new Round(System.nanoTime() + time.toNanos());
        CountDownLatch done = new CountDownLatch(callers);
        loop.execute(() -> {
            round = current;
            for (int caller = 0; caller < callers; caller++) {
                next(done);
            }
        });
        try {
            done.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return current.ended();
    }

    private void next(CountDownLatch done) {
        long start = System.nanoTime();
        if (start >= round.end()) {
            done.countDown();
            return;
        }
        now = now.plusNanos(20_000);
        UserKey user = Population.user(random.nextInt(users));
        store.ledger()
                .read(user)
                .thenCompose(this::commit)
                .whenComplete((commit, failure) -> loop.execute(() -> {
                    told(commit, failure, start);
                    next(done);
                }));
    }

    private CompletionStage<Commit> commit(Presence presence) {
        return store.ledger().commit(Population.change(presence, now));
    }

    private void told(@Nullable Commit commit, @Nullable Throwable failure, long start) {
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        if (commit == Commit.COMMITTED) {
            round.committed(System.nanoTime() - start);
        } else {
            round.lost();
        }
    }

    @Override
    public void close() {
        loop.close();
    }
}
