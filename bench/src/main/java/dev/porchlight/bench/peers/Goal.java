package dev.porchlight.bench.peers;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is wanted of Porchlight.
 *
 * @param figure its name
 * @param peer whose figure is the measure; empty where the goal is a number
 * @param most at most so much: times the peer's figure, or the number
 */
record Goal(String figure, String peer, double most) {
    private static final String MOSQUITTO = "Mosquitto";
    private static final String EJABBERD = "ejabberd";
    private static final String PROSODY = "Prosody";

    static final String LAST_P99 = "last watcher, p99 ms";
    static final String P99 = "p99 ms";
    static final String CPU = "CPU seconds per million deliveries";
    static final String RESIDENT = "KiB resident a connection";
    static final String HEAP = "KiB of heap a connection";

    private static final List<Goal> ALL = List.of(
            new Goal(Figure.fanOut(1_000, LAST_P99, 0).name(), MOSQUITTO, 1),
            new Goal(Figure.fanOut(1_000, CPU, 0).name(), MOSQUITTO, 1),
            new Goal(Figure.fanOut(1_000, CPU, 0).name(), EJABBERD, 0.4),
            new Goal(Figure.fanOut(10_000, LAST_P99, 0).name(), MOSQUITTO, 1),
            new Goal(Figure.everyday(P99, 0).name(), EJABBERD, 1),
            new Goal(Figure.everyday(CPU, 0).name(), EJABBERD, 0.5),
            new Goal(Figure.idle(HEAP, 0).name(), "", 12),
            new Goal(Figure.idle(RESIDENT, 0).name(), "", 20),
            new Goal(Figure.idle(RESIDENT, 0).name(), EJABBERD, 1),
            new Goal(Figure.idle(RESIDENT, 0).name(), PROSODY, 1),
            new Goal(Figure.comeBack().name(), EJABBERD, 0.6));

    /** The goal for a figure beside that peer, or for the figure alone. */
    static Optional<Goal> of(Figure figure, String peer) {
        return ALL.stream()
                .filter(goal -> goal.figure.equals(figure.name()) && goal.peer.equals(peer))
                .findFirst();
    }

    String show() {
        String number = String.format(Locale.ROOT, "%.1f", most);
        return peer.isEmpty() ? "at most " + number : "ratio ≤ " + number;
    }
}
