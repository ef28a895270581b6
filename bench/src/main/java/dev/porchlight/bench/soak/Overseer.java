package dev.porchlight.bench.soak;

import dev.porchlight.wire.WatchEvent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A watcher of everybody with a good network: nobody may be shown offline too early, or online too late. */
final class Overseer implements Runnable {
    /** The bound of semantics: Sessions, leases, grace. */
    private static final Duration LATE = Duration.ofSeconds(1);

    private static final Duration OUTAGE = Duration.ofSeconds(5);

    private final Shared shared;
    private final Map<String, Person> people;
    private final Picture picture = new Picture();
    private volatile Duration latest = Duration.ZERO;
    private volatile Duration latestDecided = Duration.ZERO;
    private final AtomicLong offlines = new AtomicLong();

    Overseer(Shared shared) {
        this.shared = shared;
        this.people = shared.people.stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /** How late after its end the latest Offline came, outages aside. */
    Duration latest() {
        return latest;
    }

    /** How late after an end the server decided that it had come, outages aside; the rest was on the way. */
    Duration latestDecided() {
        return latestDecided;
    }

    /** How many were held against the rules. */
    long offlines() {
        return offlines.get();
    }

    @Override
    public void run() {
        try {
            while (!shared.over) {
                oversee();
                shared.pause(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            shared.wrong("the overseer failed: " + e);
        }
    }

    /** Over one connection, which ends with the server. */
    private void oversee() {
        try (Peer peer = new Peer(shared.ground.uri(), shared.ground.token(), "")) {
            Instant connected = shared.clock.instant();
            peer.say(picture.watch(shared.people.stream().map(Person::id).toList()));
            while (!shared.over) {
                hear(peer.next(Duration.ofMillis(500)), connected);
            }
        } catch (IOException broken) {
            if (!shared.down && shared.lastOutage.plus(OUTAGE).isBefore(shared.clock.instant())) {
                shared.wrong("the overseer's connection broke: " + broken);
            }
        }
    }

    private void hear(@Nullable String message, Instant connected) {
        if (message != null) {
            picture.hear(message)
                    .filter(event ->
                            event.status().equals("Offline") && !event.since().equals(Instant.EPOCH))
                    .ifPresent(event -> offline(event, connected));
        }
    }

    private void offline(WatchEvent event, Instant connected) {
        Person person = people.get(event.user());
        if (person == null) {
            shared.wrong("an answer about a stranger: " + event);
            return;
        }
        offlines.incrementAndGet();
        if (!person.mayBeOfflineAt(event.since())) {
            shared.wrong("offline too early: " + event + ", " + person);
        }
        Instant due = person.onlineUntil();
        boolean outage = shared.down || !shared.lastOutage.isBefore(due) || connected.isAfter(due);
        Instant now = shared.clock.instant();
        if (!outage && due.isBefore(now)) {
            Duration late = Duration.between(due, now);
            latest = longer(latest, late);
            latestDecided = longer(latestDecided, Duration.between(event.since(), event.changedAt()));
            if (late.compareTo(LATE) > 0) {
                shared.wrong("offline " + late + " too late: " + event + ", " + person);
            }
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
