package dev.porchlight.bench.shared;

import dev.porchlight.bench.figure.Row;
import dev.porchlight.store.valkey.ValkeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an update and the renewal of a lease cost the store, and so how many primaries how many users need. */
record Costs(Redis redis, int users, int callers, int seconds) {
    /** One of so many users is signed in (docs/scaling.md, How much). */
    private static final double SIGNED_IN = 0.2;

    private static final double SECONDS_BETWEEN_CHANGES = 300;
    private static final double SECONDS_BETWEEN_RENEWALS = 60;

    /** No primary is to be busier. */
    private static final double FULL = 0.5;

    List<Row> run() throws InterruptedException {
        double update;
        double renewal;
        try (ValkeyStore node = redis.node("costs");
                Writers writers = new Writers(callers)) {
            update = micros(writers, new NodeWriter(node.ledger(), 0, users, callers));
            renewal = micros(writers, NodeWriter.renewing(node.ledger(), 0, users, callers));
        }
        List<Row> rows = new ArrayList<>();
        rows.add(row("CPU µs of the store for an update, with its event", String.format(Locale.ROOT, "%.1f", update)));
        rows.add(row("CPU µs of the store for the renewal of a lease", String.format(Locale.ROOT, "%.1f", renewal)));
        for (int millions : List.of(1, 10, 100)) {
            double signedIn = millions * 1e6 * SIGNED_IN;
            double busy = signedIn / SECONDS_BETWEEN_CHANGES * update / 1e6
                    + signedIn / SECONDS_BETWEEN_RENEWALS * renewal / 1e6;
            rows.add(row(
                    String.format(
                            Locale.ROOT, "%d million users: store cores busy, and primaries at half load", millions),
                    String.format(Locale.ROOT, "%.2f, %.0f", busy, Math.ceil(busy / FULL))));
        }
        return rows;
    }

    private double micros(Writers writers, Writer writer) throws InterruptedException {
        writers.run(writer, seconds);
        double before = redis.processorSeconds();
        double rate = writers.run(writer, seconds);
        return (redis.processorSeconds() - before) * 1e6 / (rate * seconds);
    }

    private static Row row(String figure, String value) {
        return Row.plain(figure, "", value);
    }
}
