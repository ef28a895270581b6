package dev.porchlight.bench.peers;

import dev.porchlight.bench.peers.client.Swarm;
import dev.porchlight.bench.peers.client.Times;
import dev.porchlight.bench.peers.server.Live;
import dev.porchlight.bench.peers.speech.Contacts;
import java.io.IOException;
import java.time.Duration;

/** Scenario B: 2,000 users with 18 contacts each, and a change by each every ten seconds, evenly spread. */
record Everyday(int seconds) implements Scenario {
    private static final int USERS = 2_000;
    private static final int EACH = 18;
    private static final Duration PERIOD = Duration.ofSeconds(10);
    private static final int WARM_UP_SECONDS = 5;
    private static final int WARM_UP_CHANGES = 60_000;
    private static final int WARM_UP_TOGETHER = 64;

    /** Neighbours on the ring do not change one after the other. */
    private static final int STRIDE = 733;

    @Override
    public Contacts contacts() {
        return new Contacts.Ring(USERS, EACH);
    }

    @Override
    public boolean isFresh() {
        return false;
    }

    @Override
    public boolean isForAll() {
        return false;
    }

    /** As quickly as the server tells, and by no other way than in the rounds. */
    @Override
    public void warmUp(Live server) throws IOException, InterruptedException {
        try (Swarm swarm = new Swarm(server.address(), server.dialect(), contacts())) {
            swarm.gather(PATIENCE);
            for (int i = 0; i < WARM_UP_CHANGES; i++) {
                swarm.change(user(i));
                if (i % WARM_UP_TOGETHER == 0) {
                    swarm.until(swarm.picture()::isCurrent, PATIENCE);
                }
            }
            swarm.until(swarm.picture()::isCurrent, PATIENCE);
        }
        server.settle();
    }

    @Override
    public void run(Live server, Figures figures) throws IOException, InterruptedException {
        try (Swarm swarm = new Swarm(server.address(), server.dialect(), contacts())) {
            swarm.gather(PATIENCE);
            server.settle();
            change(swarm, WARM_UP_SECONDS);
            swarm.picture().measure();
            double cpu = server.cpuSeconds();
            int changes = change(swarm, seconds);
            cpu = server.cpuSeconds() - cpu;
            Times times = swarm.picture().times();
            if (times.size() != changes * EACH) {
                throw new IllegalStateException(server.name() + " told watchers " + times.size()
                        + " times in time (expected: " + changes * EACH + ")");
            }
            figures.add(server.name(), Figure.everyday("p50 ms", 2), times.millis(0.5));
            figures.add(server.name(), Figure.everyday(Goal.P99, 2), times.millis(0.99));
            figures.add(server.name(), Figure.everyday(Goal.CPU, 1), cpu / times.size() * 1e6);
        }
        server.settle();
    }

    private static int change(Swarm swarm, int seconds) throws IOException {
        long between = PERIOD.toNanos() / USERS;
        long start = System.nanoTime();
        int changes = (int) (Duration.ofSeconds(seconds).toNanos() / between);
        for (int i = 0; i < changes; i++) {
            swarm.until(start + i * between);
            swarm.change(user(i));
        }
        swarm.until(swarm.picture()::isCurrent, PATIENCE);
        return changes;
    }

    private static int user(int change) {
        return (int) ((long) change * STRIDE % USERS);
    }
}
