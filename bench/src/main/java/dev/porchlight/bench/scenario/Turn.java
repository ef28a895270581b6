package dev.porchlight.bench.scenario;

import dev.porchlight.bench.load.Result;
import java.util.Locale;

/**
 * One round of one server.
 *
 * @param cpuSeconds of the server
 * @param flushes that the machine's disks completed meanwhile
 */
record Turn(Result result, double cpuSeconds, long flushes) {

    double rate() {
        return result.rate();
    }

    double p50Millis() {
        return result.p50().toNanos() / 1e6;
    }

    double p99Millis() {
        return result.p99().toNanos() / 1e6;
    }

    double cpuMicros() {
        return cpuSeconds * 1e6 / result.answered();
    }

    String show() {
        return String.format(
                Locale.ROOT,
                "%,9.0f/s   p50 %6.2f ms   p99 %7.2f ms   CPU %5.1f µs each   %,d disk flushes",
                rate(),
                p50Millis(),
                p99Millis(),
                cpuMicros(),
                flushes);
    }
}
