package dev.porchlight.bench.shared;

import dev.porchlight.bench.figure.Row;
import dev.porchlight.bench.figure.Spread;
import dev.porchlight.store.valkey.ValkeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Durable commits: the bare script, one node, and two nodes at once, in turns on one server. */
record Commits(Redis redis, int users, int callers, int seconds, int rounds) {
    private static final double GOAL = 0.7;

    List<Row> run() throws InterruptedException {
        List<Double> bare = new ArrayList<>();
        List<Double> one = new ArrayList<>();
        List<Double> two = new ArrayList<>();
        try (BareWriter script = new BareWriter(redis.server().uri(), "bare", users, callers);
                ValkeyStore node = redis.node("nodes");
                ValkeyStore other = redis.node("nodes");
                Writers writers = new Writers(callers);
                Writers others = new Writers(callers)) {
            Writer through = new NodeWriter(node.ledger(), 0, users, callers);
            writers.run(script, seconds);
            writers.run(through, seconds);
            for (int round = 0; round < rounds; round++) {
                bare.add(writers.run(script, seconds));
                one.add(writers.run(through, seconds));
                System.out.printf(
                        "round %d: bare script %,.0f/s, one node %,.0f/s%n", round + 1, bare.getLast(), one.getLast());
            }
            for (int round = 0; round < rounds; round++) {
                two.add(both(writers, node, others, other));
            }
        }
        Spread ratio = Spread.of(ratios(bare, one));
        return List.of(
                new Row(
                        "durable commits/s through one node, against the bare script",
                        Spread.of(bare).show(0),
                        Spread.of(one).show(0),
                        ratio.show(2),
                        String.format(Locale.ROOT, "ratio ≥ %.1f", GOAL),
                        Row.Verdict.of(ratio.median() >= GOAL)),
                Row.plain(
                        "durable commits/s through two nodes, both on this machine",
                        "",
                        Spread.of(two).show(0)));
    }

    /** Two nodes of one installation; each has users of its own, as people have devices. */
    private double both(Writers writers, ValkeyStore node, Writers others, ValkeyStore other)
            throws InterruptedException {
        double[] rates = new double[2];
        Thread second = Thread.ofPlatform()
                .start(() -> rates[1] = run(others, new NodeWriter(other.ledger(), users, users, callers)));
        rates[0] = run(writers, new NodeWriter(node.ledger(), 0, users, callers));
        second.join();
        return rates[0] + rates[1];
    }

    private double run(Writers writers, Writer writer) {
        try {
            return writers.run(writer, seconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Double> ratios(List<Double> against, List<Double> measured) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < against.size(); i++) {
            ratios.add(measured.get(i) / against.get(i));
        }
        return ratios;
    }
}
