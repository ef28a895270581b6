package dev.porchlight.bench.scenario;

import dev.porchlight.bench.figure.Row;
import dev.porchlight.bench.figure.Row.Verdict;
import dev.porchlight.bench.figure.Spread;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Two servers' rounds side by side. The ratio is that of each pair of neighbouring rounds, then the median of these. */
record Compared(String what, List<Turn> against, List<Turn> porchlight) {

    Spread ratio() {
        return Spread.of(IntStream.range(0, against.size())
                .mapToObj(i -> porchlight.get(i).rate() / against.get(i).rate())
                .toList());
    }

    List<Row> rows(double goal) {
        Spread ratio = ratio();
        Row rate = new Row(
                what + "/s",
                show(against, Turn::rate, 0),
                show(porchlight, Turn::rate, 0),
                ratio.show(2),
                String.format(Locale.ROOT, "ratio ≥ %.1f", goal),
                Verdict.of(ratio.median() >= goal));
        return List.of(
                rate,
                row("p50 ms", Turn::p50Millis, 2),
                row("p99 ms", Turn::p99Millis, 1),
                row("CPU µs each", Turn::cpuMicros, 1));
    }

    private Row row(String unit, ToDoubleFunction<Turn> value, int decimals) {
        return Row.plain(what + ", " + unit, show(against, value, decimals), show(porchlight, value, decimals));
    }

    private static String show(List<Turn> turns, ToDoubleFunction<Turn> value, int decimals) {
        return Spread.of(turns.stream().mapToDouble(value).boxed().toList()).show(decimals);
    }
}
