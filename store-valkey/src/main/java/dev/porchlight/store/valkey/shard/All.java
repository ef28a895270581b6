package dev.porchlight.store.valkey.shard;

import dev.porchlight.engine.Repeat;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Many stages as one. */
final class All {
    /** How many shards are gone through at a time: enough to keep the store busy, too few to keep others from it. */
    private static final int AT_A_TIME = 8;

    private All() {}

    /** All values in the order given, once all are there. */
    static <T> CompletionStage<List<T>> of(Collection<? extends CompletionStage<T>> stages) {
        List<CompletableFuture<T>> futures =
                stages.stream().map(CompletionStage::toCompletableFuture).toList();
        return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new))
                .thenApply(done -> futures.stream().map(CompletableFuture::join).toList());
    }

    /** Blocks until the value is there, or throws what the stage failed with. */
    static <T> T join(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The sum of what work on each shard comes to, some shards at a time. */
    static CompletionStage<Long> sum(Stream<Shard> shards, Function<Shard, CompletionStage<Long>> work) {
        Iterator<Shard> rest = shards.iterator();
        LongAdder sum = new LongAdder();
        return of(IntStream.range(0, AT_A_TIME)
                        .mapToObj(chain -> Repeat.whileTrue(() -> {
                            Shard next = next(rest);
                            return next == null
                                    ? CompletableFuture.completedStage(false)
                                    : work.apply(next).thenApply(count -> {
                                        sum.add(count);
                                        return true;
                                    });
                        }))
                        .toList())
                .thenApply(done -> sum.sum());
    }

    private static <T> @Nullable T next(Iterator<T> rest) {
        synchronized (rest) {
            return rest.hasNext() ? rest.next() : null;
        }
    }
}
