package dev.porchlight.bench.soak;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What everybody in a soak sees: the server, the people, whether it goes on, and what has gone wrong. */
final class Shared {
    private static final int REMEMBERED = 100;

    final Ground ground;
    final List<Person> people;
    /** As fine as the server's, so that no instant is before its cause. */
    final InstantSource clock = Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));

    final AtomicLong told = new AtomicLong();
    final AtomicLong changes = new AtomicLong();
    final AtomicLong connections = new AtomicLong();

    /** Since when the server has been up, or when it went down if it is down. */
    volatile Instant lastOutage = Instant.MIN;

    volatile boolean down;

    /** Nobody misbehaves any more, and nothing is changed. */
    volatile boolean calm;

    volatile boolean over;

    private final Queue<String> wrongs = new ConcurrentLinkedQueue<>();

    Shared(Ground ground, List<Person> people) {
        this.ground = ground;
        this.people = people;
    }

    /** Something that must not be. */
    void wrong(String what) {
        if (wrongs.size() < REMEMBERED) {
            wrongs.add(what);
        }
    }

    List<String> wrongs() {
        return List.copyOf(wrongs);
    }

    /** Waits; answers early when the soak is over. */
    void pause(long millis) throws InterruptedException {
        long until = System.nanoTime() + millis * 1_000_000;
        while (!over && System.nanoTime() < until) {
            Thread.sleep(Math.clamp((until - System.nanoTime()) / 1_000_000, 1, 200));
        }
    }
}
