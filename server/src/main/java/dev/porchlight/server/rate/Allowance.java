package dev.porchlight.server.rate;

import java.time.Duration;

/**
 * How many requests of one label an account may send.
 *
 * @param burst in each {@code window}
 * @param daily in each day of UTC; 0 for any number
 */
record Allowance(long burst, Duration window, long daily) {

    static Allowance perSecond(long burst) {
        return new Allowance(burst, Duration.ofSeconds(1), 0);
    }

    static Allowance perMinute(long burst) {
        return new Allowance(burst, Duration.ofMinutes(1), 0);
    }

    Allowance daily(long requests) {
        return new Allowance(burst, window, requests);
    }
}
