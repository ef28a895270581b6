package dev.porchlight.bench.shared;

import dev.porchlight.bench.figure.Row;
import dev.porchlight.bench.store.Population;
import dev.porchlight.store.valkey.ValkeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an update costs and what a user takes as users go from a thousand to a million, all of them signed in. */
record Growing(String fsync, List<Integer> sizes, int callers, int seconds) {
    private static final int GOAL_BYTES = 1024;

    List<Row> run() throws InterruptedException {
        List<Row> rows = new ArrayList<>();
        for (int users : sizes) {
            try (Redis redis = Redis.start(fsync)) {
                rows.addAll(run(redis, users));
            }
        }
        return rows;
    }

    private List<Row> run(Redis redis, int users) throws InterruptedException {
        long before = redis.memory();
        try (ValkeyStore node = redis.node("pl");
                Writers writers = new Writers(callers)) {
            long start = System.nanoTime();
            Population.fill(node, users);
            double filled = (System.nanoTime() - start) / 1e9;
            double each = (redis.memory() - before) / (double) users;
            System.out.printf("%,d users in %.1f s, %.0f bytes each%n", users, filled, each);
            Writer writer = new NodeWriter(node.ledger(), 0, users / callers * callers, callers);
            writers.run(writer, seconds);
            double processor = redis.processorSeconds();
            double rate = writers.run(writer, seconds);
            double micros = (redis.processorSeconds() - processor) * 1e6 / (rate * seconds);
            return List.of(
                    Row.plain(
                            String.format(Locale.ROOT, "%,d users: commits/s, and CPU µs of the store for each", users),
                            "",
                            String.format(Locale.ROOT, "%,.0f, %.1f", rate, micros)),
                    new Row(
                            String.format(
                                    Locale.ROOT, "%,d users, each with a session: bytes of the store for each", users),
                            "",
                            String.format(Locale.ROOT, "%.0f", each),
                            "",
                            users >= 100_000 ? "< " + GOAL_BYTES : "",
                            users >= 100_000 ? Row.Verdict.of(each < GOAL_BYTES) : Row.Verdict.NONE));
        }
    }
}
