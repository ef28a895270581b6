package dev.porchlight.bench.shared;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Callers with one change outstanding each, on one thread that stands for the event loop of a server. */
final class Writers implements AutoCloseable {
    private final ExecutorService loop = Executors.newSingleThreadExecutor();
    private final int callers;

    Writers(int callers) {
        this.callers = callers;
    }

    /** Lets all of them run. Answers changes per second. */
    double run(Writer writer, int seconds) throws InterruptedException {
        Run run = new Run(writer, System.nanoTime() + seconds * 1_000_000_000L);
        loop.execute(() -> {
            for (int caller = 0; caller < callers; caller++) {
                run.next(caller);
            }
        });
        run.done.await();
        if (run.failure != null) {
            throw new IllegalStateException(run.failure);
        }
        return run.count / ((System.nanoTime() - run.start) / 1e9);
    }

    private final class Run {
        private final Writer writer;
        private final long start = System.nanoTime();
        private final long end;
        private final CountDownLatch done = new CountDownLatch(callers);
        private long count;
        private volatile @Nullable Throwable failure;

        Run(Writer writer, long end) {
            this.writer = writer;
            this.end = end;
        }

        private void next(int caller) {
            if (System.nanoTime() >= end || failure != null) {
                done.countDown();
                return;
            }
            writer.next(caller)
                    .whenComplete((answer, thrown) -> loop.execute(() -> {
                        if (thrown != null) {
                            failure = thrown;
                        }
                        count++;
                        next(caller);
                    }));
        }
    }

    @Override
    public void close() {
        loop.close();
    }
}
