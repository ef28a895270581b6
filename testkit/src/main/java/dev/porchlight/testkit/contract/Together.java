package dev.porchlight.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/** Runs the same from many threads that start at once. */
public final class Together {
    private Together() {}

    /** What each thread answered; fails if one of them failed. */
    public static <T> List<T> run(int threads, IntFunction<T> task) {
        CyclicBarrier start = new CyclicBarrier(threads);
        List<CompletableFuture<T>> running = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < threads; i++) {
                int number = i;
                running.add(CompletableFuture.supplyAsync(
                        () -> {
                            arrive(start);
                            return task.apply(number);
                        },
                        executor));
            }
            return running.stream().map(Stages::await).toList();
        }
    }

    private static void arrive(CyclicBarrier start) {
        try {
            start.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException("the threads did not start together", e);
        }
    }
}
