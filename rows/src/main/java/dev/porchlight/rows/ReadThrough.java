package dev.porchlight.rows;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Records in memory over the tables. A load holds its key until it is done, and each change of this process is reported after
 * it is stored, through the same key: so what a load read too early is always replaced. What other processes change is seen
 * when the record is no longer fresh.
 */
public final class ReadThrough<K, V> {
    private final long bytes;
    private final @Nullable Duration fresh;
    private final Weigher<K, V> weigher;
    private final Rows rows;
    private final Function<K, @Nullable V> load;
    private volatile Cache<K, V> cache;

    /**
     * A cache of its own.
     *
     * @param bytes roughly, of heap
     * @param fresh how long a record may be answered that somebody else may have changed; null where nobody else does
     * @param load reads the tables; null where there is no such record, which is not remembered
     */
    public ReadThrough(
            long bytes, @Nullable Duration fresh, Weigher<K, V> weigher, Rows rows, Function<K, @Nullable V> load) {
        this.bytes = bytes;
        this.fresh = fresh;
        this.weigher = weigher;
        this.rows = rows;
        this.load = load;
        this.cache = empty();
    }

    private Cache<K, V> empty() {
        Caffeine<K, V> plan =
                Caffeine.newBuilder().maximumWeight(bytes).weigher(weigher).executor(Runnable::run);
        return fresh == null ? plan.build() : plan.expireAfterWrite(fresh).build();
    }

    /** At once, if it is in memory. */
    public @Nullable V inMemory(K key) {
        return cache.getIfPresent(key);
    }

    /** In this thread, from the tables if need be. */
    public @Nullable V get(K key) {
        return cache.get(key, load);
    }

    /** At once if it is in memory, else where it may block. */
    public CompletionStage<Optional<V>> find(K key) {
        V found = cache.getIfPresent(key);
        return found != null
                ? CompletableFuture.completedStage(Optional.of(found))
                : rows.run(() -> Optional.ofNullable(get(key)));
    }

    /** After each change of a record is stored. */
    public void changed(K key, V value) {
        cache.put(key, value);
    }

    /** After the record was removed. Unlike an invalidation it waits for a load that is under way. */
    public void removed(K key) {
        cache.asMap().compute(key, (same, old) -> null);
    }

    /** A load that is under way ends in the old cache, where nobody finds it. */
    public void forgetAll() {
        cache = empty();
    }
}
