package dev.porchlight.bench.shared;

import dev.porchlight.bench.figure.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures nodes on a shared store, which it starts. */
@Command(
        name = "shared",
        description =
                "Nodes on a shared store: commits beside the bare script, deliveries across nodes, messages, growth.",
        mixinStandardHelpOptions = true)
public final class SharedCommand implements Callable<Integer> {
    @Option(names = "--only", split = ",", description = "Of commits, spread, costs and growth (default: all).")
    List<Part> parts = List.of(Part.values());

    @Option(names = "--fsync", description = "How durable the store is (default: ${DEFAULT-VALUE}).")
    String fsync = "always";

    @Option(names = "--seconds", description = "Length of a round (default: ${DEFAULT-VALUE}).")
    int seconds = 5;

    @Option(names = "--rounds", description = "Rounds of each side (default: ${DEFAULT-VALUE}).")
    int rounds = 5;

    @Option(names = "--callers", description = "With one commit outstanding each (default: ${DEFAULT-VALUE}).")
    int callers = 64;

    @Option(names = "--users", split = ",", description = "For growth (default: ${DEFAULT-VALUE}).")
    List<Integer> sizes = List.of(1_000, 100_000, 1_000_000);

    enum Part {
        COMMITS,
        SPREAD,
        COSTS,
        GROWTH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        List<Row> rows = new ArrayList<>();
        try (Redis redis = Redis.start(fsync)) {
            if (parts.contains(Part.COMMITS)) {
                rows.addAll(new Commits(redis, 100 * callers, callers, seconds, rounds).run());
            }
            if (parts.contains(Part.SPREAD)) {
                rows.addAll(new Spreading(redis, callers, seconds).run());
            }
        }
        if (parts.contains(Part.COSTS)) {
            // Without a sync of the disk for each turn of the server, whose waiting is no work.
            try (Redis redis = Redis.start("everysec")) {
                rows.addAll(new Costs(redis, 100 * callers, callers, seconds).run());
            }
        }
        if (parts.contains(Part.GROWTH)) {
            rows.addAll(new Growing(fsync, sizes, callers, seconds).run());
        }
        System.out.println("\n" + Row.table(rows));
        return 0;
    }
}
