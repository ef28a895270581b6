package dev.porchlight.store.valkey.line;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** How long to wait before asking again: longer each time, and spread, so that nodes do not all come back at once. */
final class BackOff {
    private static final long FIRST_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final int DOUBLINGS = 5;

    private BackOff() {}

    /** From half to the whole of 20, 40 … 500 ms. */
    static long nanos(int before) {
        long whole = Math.min(LONGEST_NANOS, FIRST_NANOS << Math.min(before, DOUBLINGS));
        return ThreadLocalRandom.current().nextLong(whole / 2, whole + 1);
    }
}
