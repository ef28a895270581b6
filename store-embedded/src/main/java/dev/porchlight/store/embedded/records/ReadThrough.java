package dev.porchlight.store.embedded.records;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import dev.porchlight.store.embedded.rocks.Readers;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Records in memory over the tables. A load holds its key until it is done, and the writer reports each change after it is
 * written, through the same key: so what a load read too early is always replaced.
 */
final class ReadThrough<K, V> {
    private final long bytes;
    private final Weigher<K, V> weigher;
    private final Readers readers;
    private final Function<K, @Nullable V> load;
    private volatile Cache<K, V> cache;

    /**
     * A cache of its own.
     *
     * @param bytes roughly, of heap
     * @param load reads the tables; null where there is no such record, which is not remembered
     */
    ReadThrough(long bytes, Weigher<K, V> weigher, Readers readers, Function<K, @Nullable V> load) {
        this.bytes = bytes;
        this.weigher = weigher;
        this.readers = readers;
        this.load = load;
        this.cache = empty();
    }

    private Cache<K, V> empty() {
        return Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher(weigher)
                .executor(Runnable::run)
                .build();
    }

    /** At once, if it is in memory. */
    @Nullable
    V inMemory(K key) {
        return cache.getIfPresent(key);
    }

    /** In this thread, from disk if need be. */
    @Nullable
    V get(K key) {
        return cache.get(key, load);
    }

    /** At once if it is in memory, else by a reader. */
    CompletionStage<Optional<V>> find(K key) {
        V found = cache.getIfPresent(key);
        return found != null
                ? CompletableFuture.completedStage(Optional.of(found))
                : readers.run(() -> Optional.ofNullable(get(key)));
    }

    /** For the writer, after each change of a record. */
    void changed(K key, V value) {
        cache.put(key, value);
    }

    /** For the writer, after the record was removed. Unlike an invalidation it waits for a load that is under way. */
    void removed(K key) {
        cache.asMap().compute(key, (same, old) -> null);
    }

    /** A load that is under way ends in the old cache, where nobody finds it. */
    void forgetAll() {
        cache = empty();
    }
}
