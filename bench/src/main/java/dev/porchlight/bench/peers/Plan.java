package dev.porchlight.bench.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What to compare.
 *
 * @param servers their names
 * @param scenarios letters of A to D; C and D are one run
 * @param watchers how many, one measurement of A each
 * @param changes of A
 * @param seconds of B
 * @param connections of C and D
 * @param profiled whether to record Porchlight, which slows it
 */
public record Plan(
        List<String> servers,
        String scenarios,
        int rounds,
        List<Integer> watchers,
        int changes,
        int seconds,
        int connections,
        boolean profiled) {

    public Plan {
        servers = List.copyOf(servers);
        watchers = List.copyOf(watchers);
    }

    List<Scenario> list() {
        List<Scenario> list = new ArrayList<>();
        if (has('A')) {
            watchers.forEach(many -> list.add(new FanningOut(many, changes)));
        }
        if (has('B')) {
            list.add(new Everyday(seconds));
        }
        if (has('C') || has('D')) {
            list.add(new ComingBack(connections));
        }
        return list;
    }

    private boolean has(char letter) {
        return scenarios.toUpperCase(Locale.ROOT).indexOf(letter) >= 0;
    }
}
