package dev.porchlight.bench.peers;

import dev.porchlight.bench.figure.Row;
import dev.porchlight.bench.figure.Row.Verdict;
import dev.porchlight.bench.figure.Spread;
import dev.porchlight.bench.peers.server.Porchlight;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What was measured: of each figure each server's rounds. */
final class Figures {
    private final Map<Figure, Map<String, List<Double>>> rounds = new LinkedHashMap<>();

    /** Notes one round of a server, and says so. */
    void add(String server, Figure figure, double value) {
        rounds.computeIfAbsent(figure, f -> new LinkedHashMap<>())
                .computeIfAbsent(server, s -> new ArrayList<>())
                .add(value);
        String number = String.format(Locale.ROOT, "%,." + figure.decimals() + "f", value);
        System.out.printf("%-11s %s: %s%n", server, figure.name(), number);
    }

    /** One line for each figure and server beside Porchlight, or of Porchlight alone. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rounds.forEach((figure, servers) -> {
            List<Double> porchlight = servers.getOrDefault(Porchlight.NAME, List.of());
            if (!porchlight.isEmpty()) {
                Goal.of(figure, "")
                        .map(goal -> alone(figure, porchlight, goal))
                        .or(() -> servers.size() == 1 ? Optional.of(alone(figure, porchlight)) : Optional.empty())
                        .ifPresent(rows::add);
            }
            servers.forEach((server, values) -> {
                if (!server.equals(Porchlight.NAME)) {
                    rows.add(beside(figure, server, values, porchlight));
                }
            });
        });
        return rows;
    }

    private static Row alone(Figure figure, List<Double> porchlight) {
        return Row.plain(figure.name(), "", Spread.of(porchlight).show(figure.decimals()));
    }

    private static Row alone(Figure figure, List<Double> porchlight, Goal goal) {
        Spread spread = Spread.of(porchlight);
        return new Row(
                figure.name(),
                "",
                spread.show(figure.decimals()),
                "",
                goal.show(),
                Verdict.of(spread.median() <= goal.most()));
    }

    private static Row beside(Figure figure, String server, List<Double> values, List<Double> porchlight) {
        String against = server + ' ' + Spread.of(values).show(figure.decimals());
        if (porchlight.size() != values.size()) {
            return Row.plain(figure.name(), against, "");
        }
        Spread ratio = ratio(values, porchlight);
        Optional<Goal> goal = Goal.of(figure, server);
        return new Row(
                figure.name(),
                against,
                Spread.of(porchlight).show(figure.decimals()),
                ratio.show(2),
                goal.map(Goal::show).orElse(""),
                goal.map(wanted -> Verdict.of(ratio.median() <= wanted.most())).orElse(Verdict.NONE));
    }

    /** Of each round, then the median: a machine that gets slower does so for both. */
    private static Spread ratio(List<Double> against, List<Double> porchlight) {
        return Spread.of(IntStream.range(0, against.size())
                .mapToObj(round -> porchlight.get(round) / against.get(round))
                .toList());
    }
}
