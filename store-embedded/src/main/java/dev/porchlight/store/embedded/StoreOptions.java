package dev.porchlight.store.embedded;

/**
 * How much memory the store uses.
 *
 * @param cacheBytes of heap, roughly, for presences, users and tokens that are read without the disk; at least one mebibyte
 * @param nativeBytes outside the heap, for RocksDB's blocks and for what it has not yet flushed; at least 16 mebibytes
 */
public record StoreOptions(long cacheBytes, long nativeBytes) {
    private static final long MEBIBYTE = 1024 * 1024;

    /** Enough for a million users of whom 100,000 are signed in, in a process that stays under 1.5 GiB. */
    public static final StoreOptions DEFAULTS = new StoreOptions(192 * MEBIBYTE, 256 * MEBIBYTE);

    public StoreOptions {
        atLeast("cacheBytes", cacheBytes, MEBIBYTE);
        atLeast("nativeBytes", nativeBytes, 16 * MEBIBYTE);
    }

    private static void atLeast(String name, long value, long minimum) {
        if (value < minimum) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: at least " + minimum + ")");
        }
    }
}
