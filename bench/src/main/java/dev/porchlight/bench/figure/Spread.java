package dev.porchlight.bench.figure;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Several measurements of one thing. */
public record Spread(double median, double lowest, double highest) {

    /** The middle one, or the mean of the middle two. */
    public static Spread of(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("values: none (expected: at least one)");
        }
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
        return new Spread(median, sorted.getFirst(), sorted.getLast());
    }

    /** Median and, in parentheses, lowest and highest. */
    public String show(int decimals) {
        String number = "%,." + decimals + "f";
        return String.format(Locale.ROOT, number + " (" + number + "–" + number + ")", median, lowest, highest);
    }
}
