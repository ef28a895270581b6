package dev.porchlight.bench.peers;

import dev.porchlight.bench.peers.client.Swarm;
import dev.porchlight.bench.peers.client.Times;
import dev.porchlight.bench.peers.server.Live;
import dev.porchlight.bench.peers.speech.Contacts;
import java.io.IOException;

/**
 * Scenario A: one user changes, many watch. The next change comes when the last watcher has been told of the one before.
 *
 * @param changes measured
 */
record FanningOut(int watchers, int changes) implements Scenario {
    private static final int WARM_UP_DELIVERIES = 500_000;
    private static final int WARM_UP_MOST = 1_000;
    private static final int BEFORE_CHANGES = 10;

    @Override
    public Contacts contacts() {
        return new Contacts.Star(watchers);
    }

    @Override
    public boolean isFresh() {
        return false;
    }

    @Override
    public boolean isForAll() {
        return false;
    }

    /** Where very many watch, nothing else runs than where fewer do. */
    @Override
    public void warmUp(Live server) throws IOException, InterruptedException {
        if (watchers <= WARM_UP_MOST) {
            try (Swarm swarm = new Swarm(server.address(), server.dialect(), contacts())) {
                swarm.gather(PATIENCE);
                change(swarm, WARM_UP_DELIVERIES / watchers);
            }
            server.settle();
        }
    }

    @Override
    public void run(Live server, Figures figures) throws IOException, InterruptedException {
        try (Swarm swarm = new Swarm(server.address(), server.dialect(), contacts())) {
            swarm.gather(PATIENCE);
            server.settle();
            change(swarm, BEFORE_CHANGES);
            swarm.picture().measure();
            double cpu = server.cpuSeconds();
            long start = System.nanoTime();
            Times last = change(swarm, changes);
            double seconds = (System.nanoTime() - start) / 1e9;
            cpu = server.cpuSeconds() - cpu;
            double deliveries = (double) watchers * changes;
            figures.add(server.name(), figure("last watcher, p50 ms", 1), last.millis(0.5));
            figures.add(server.name(), figure(Goal.LAST_P99, 1), last.millis(0.99));
            figures.add(server.name(), figure("deliveries/s", 0), deliveries / seconds);
            figures.add(server.name(), figure(Goal.CPU, 1), cpu / deliveries * 1e6);
        }
        server.settle();
    }

    /** From the write of each change to the read at the last watcher. */
    private static Times change(Swarm swarm, int changes) throws IOException {
        Times last = new Times();
        for (int i = 0; i < changes; i++) {
            long at = swarm.change(0);
            swarm.until(swarm.picture()::isCurrent, PATIENCE);
            last.add(swarm.picture().lastAt() - at);
        }
        return last;
    }

    private Figure figure(String what, int decimals) {
        return Figure.fanOut(watchers, what, decimals);
    }
}
