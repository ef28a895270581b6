package dev.porchlight.client.time;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: half a second, then twice as long each time up to half a minute, and of that a random
 * part of at least half, so that many clients do not come back at once.
 */
public record Backoff(RandomGenerator random) {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int MAX_DOUBLINGS = 6;

    /**
     * The wait before the next try.
     *
     * @param tries how often it was tried, from 1 on
     */
    public Duration after(int tries) {
        long millis = FIRST.toMillis() << Math.min(tries - 1, MAX_DOUBLINGS);
        long longest = Math.min(millis, LONGEST.toMillis());
        return Duration.ofMillis(longest / 2 + random.nextLong(longest / 2 + 1));
    }
}
