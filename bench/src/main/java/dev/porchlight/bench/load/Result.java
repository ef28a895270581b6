package dev.porchlight.bench.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What wrk saw in one run.
 *
 * @param refused answers with a status above 399
 * @param broken requests without an answer: refused connections, broken ones, timeouts
 */
public record Result(long requests, Duration time, Duration p50, Duration p99, long refused, long broken) {

    /** Reads the line that the script writes at its end. */
    static Result parse(String output) {
        String line = output.lines()
                .filter(l -> l.startsWith("result "))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("wrk said nothing that can be read:\n" + output));
        Map<String, Long> values = Arrays.stream(
                        line.substring("result ".length()).split(" "))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> Long.parseLong(pair[1])));
        return new Result(
                value(values, "requests"),
                micros(value(values, "micros")),
                micros(value(values, "p50")),
                micros(value(values, "p99")),
                value(values, "refused"),
                value(values, "broken"));
    }

    private static long value(Map<String, Long> values, String name) {
        Long value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("wrk's result has no " + name + ": " + values);
        }
        return value;
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(micros * 1000);
    }

    /** Good answers. */
    public long answered() {
        return requests - refused;
    }

    /** Good answers a second. */
    public double rate() {
        return answered() * 1e9 / time.toNanos();
    }
}
