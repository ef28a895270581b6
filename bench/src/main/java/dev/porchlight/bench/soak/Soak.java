package dev.porchlight.bench.soak;

import dev.porchlight.wire.StatusReply;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Watchers on bad networks, people who move, a server that is killed now and then: whatever happened, in the end each watcher
 * believes what the store says, and nobody was shown offline within lease and grace or online a second after.
 */
public final class Soak {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int DIFFERENCES_SHOWN = 10;

    private final Plan plan;
    private final Shared shared;
    private final Requests requests;
    private final SplittableRandom dice;
    private final List<Wanderer> wanderers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Overseer overseer;
    private int restarts;

    private Soak(Plan plan, Ground ground, List<String> people, Requests requests) {
        this.plan = plan;
        this.shared = new Shared(
                ground, people.stream().limit(plan.people()).map(Person::new).toList());
        this.requests = requests;
        this.dice = new SplittableRandom(plan.seed());
        this.overseer = new Overseer(shared);
    }

    /**
     * Goes through with the plan, and answers when all is calm again.
     *
     * @param people ids of users who are signed in nowhere
     */
    public static Report run(Plan plan, Ground ground, List<String> people) throws IOException, InterruptedException {
        try (Requests requests = new Requests(ground)) {
            return new Soak(plan, ground, people, requests).run();
        }
    }

    private Report run() throws IOException, InterruptedException {
        // Not behind thousands of others: what it sees late would count against the server.
        threads.add(Thread.ofPlatform().daemon().name("overseer").start(overseer));
        for (int i = 0; i < plan.watchers(); i++) {
            wanderers.add(new Wanderer(shared, dice.split()));
        }
        wanderers.forEach(this::start);
        for (int i = 0; i < plan.desks(); i++) {
            start(new Desk(shared, requests, shared.people.get(i), dice.split()));
        }
        for (int i = 0; i < plan.actors(); i++) {
            start(new Actor(shared, requests, ownedBy(i), dice.split(), plan.millisBetween()));
        }
        badTimes();
        shared.calm = true;
        Duration settled = settle();
        shared.over = true;
        for (Thread thread : threads) {
            thread.join(PATIENCE);
        }
        return new Report(
                shared.told.get(),
                shared.changes.get(),
                shared.connections.get(),
                restarts,
                overseer.offlines(),
                overseer.latest(),
                overseer.latestDecided(),
                settled,
                shared.wrongs());
    }

    private void start(Runnable part) {
        threads.add(Thread.ofVirtual().start(part));
    }

    private List<Person> ownedBy(int actor) {
        List<Person> own = new ArrayList<>();
        for (int i = actor; i < shared.people.size(); i += plan.actors()) {
            own.add(shared.people.get(i));
        }
        return own;
    }

    private void badTimes() throws IOException, InterruptedException {
        long end = System.nanoTime() + plan.time().toNanos();
        while (System.nanoTime() < end) {
            long next = dice.nextLong(
                    plan.betweenRestarts().toNanos() / 2, plan.betweenRestarts().toNanos() * 3 / 2);
            shared.pause(Math.min(next, end - System.nanoTime()) / 1_000_000);
            if (System.nanoTime() < end) {
                restart();
            }
        }
    }

    private void restart() throws IOException, InterruptedException {
        shared.lastOutage = shared.clock.instant();
        shared.down = true;
        shared.ground.restart();
        shared.lastOutage = shared.clock.instant();
        shared.down = false;
        restarts++;
    }

    /** Waits until every picture is right and leases have ended. Answers how long that took. */
    private Duration settle() throws IOException, InterruptedException {
        Instant calm = shared.clock.instant();
        shared.pause(Actor.LEASE.toMillis() + 1_000);
        List<String> differences = differences();
        while (!differences.isEmpty() && calm.plus(PATIENCE).isAfter(shared.clock.instant())) {
            shared.pause(250);
            differences = differences();
        }
        differences.stream().limit(DIFFERENCES_SHOWN).forEach(shared::wrong);
        return Duration.between(calm, shared.clock.instant());
    }

    private List<String> differences() throws IOException, InterruptedException {
        List<StatusReply> truth = requests.truth(shared.people);
        return wanderers.stream()
                .flatMap(wanderer -> wanderer.differences(truth).stream())
                .toList();
    }
}
