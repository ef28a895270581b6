package dev.porchlight.bench.profile;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts by name, and their whole. */
final class Tally {
    private static final int LINES = 25;

    private final Map<String, Long> counts = new HashMap<>();
    private long whole;

    void add(String name, long count) {
        add(List.of(name), count);
    }

    /** Counts once into the whole what has several names. */
    void add(Collection<String> names, long count) {
        whole += count;
        names.forEach(name -> counts.merge(name, count, Long::sum));
    }

    /** The largest first, as shares of the whole. */
    String show() {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(LINES)
                .map(e -> String.format(Locale.ROOT, "  %5.1f %%  %s%n", e.getValue() * 100.0 / whole, e.getKey()))
                .collect(Collectors.joining());
    }
}
