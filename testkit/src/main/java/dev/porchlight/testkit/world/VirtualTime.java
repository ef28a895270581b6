package dev.porchlight.testkit.world;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** The time of the world, which passes only from one event to the next. Events of one instant come in the order they were set. */
final class VirtualTime {
    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparingLong(Event::number));
    private Instant now = START;
    private long number;

    private record Event(Instant at, long number, Runnable action) {}

    Instant now() {
        return now;
    }

    Duration passed() {
        return Duration.between(START, now);
    }

    void after(Duration pause, Runnable action) {
        at(now.plus(pause), action);
    }

    void at(Instant instant, Runnable action) {
        number++;
        events.add(new Event(instant, number, action));
    }

    /** Goes to the next event and lets it happen; false if there is none before the given end, where time then stands. */
    boolean step(Instant end) {
        Event next = events.peek();
        if (next == null || !next.at().isBefore(end)) {
            now = end;
            return false;
        }
        events.remove();
        now = next.at();
        next.action().run();
        return true;
    }
}
