package dev.porchlight.bench.peers.client;

import java.util.Arrays;

/** Many durations, in nanoseconds. */
public final class Times {
    private long[] nanos = new long[1_024];
    private int size;

    public void add(long duration) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
        }
        nanos[size++] = duration;
    }

    public int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** In milliseconds: the shortest that this share of them does not exceed; above 0, at most 1. */
    public double millis(double share) {
        if (size == 0) {
            throw new IllegalStateException("times: none (expected: at least one)");
        }
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * size) - 1] / 1e6;
    }
}
