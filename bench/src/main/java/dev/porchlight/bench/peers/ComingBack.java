package dev.porchlight.bench.peers;

import dev.porchlight.bench.peers.client.Swarm;
import dev.porchlight.bench.peers.server.Live;
import dev.porchlight.bench.peers.server.Porchlight;
import dev.porchlight.bench.peers.speech.Contacts;
import dev.porchlight.bench.run.LiveHeap;
import java.io.IOException;

/**
 * Scenarios C and D: what idle connections with 18 contacts each cost, and how long it takes until all is current again when
 * they are cut at once and come back.
 */
record ComingBack(int connections) implements Scenario {
    private static final int EACH = 18;
    private static final int WARM_UP = 500;

    @Override
    public Contacts contacts() {
        return new Contacts.Ring(connections, EACH);
    }

    @Override
    public boolean isFresh() {
        return true;
    }

    @Override
    public boolean isForAll() {
        return true;
    }

    @Override
    public void run(Live server, Figures figures) throws IOException, InterruptedException {
        admitFirst(server);
        Memory before = Memory.of(server);
        try (Swarm swarm = new Swarm(server.address(), server.dialect(), contacts())) {
            long start = System.nanoTime();
            swarm.gather(PATIENCE);
            double seconds = (System.nanoTime() - start) / 1e9;
            Memory after = Memory.of(server);
            if (server.name().equals(Porchlight.NAME)) {
                figures.add(server.name(), Figure.idle(Goal.HEAP, 1), each(after.heapKiB - before.heapKiB));
            }
            figures.add(server.name(), Figure.idle(Goal.RESIDENT, 1), each(after.residentKiB - before.residentKiB));
            figures.add(server.name(), Figure.idle("logins/s", 0), connections / seconds);
            start = System.nanoTime();
            swarm.cut();
            swarm.gather(PATIENCE);
            figures.add(server.name(), Figure.comeBack(), (System.nanoTime() - start) / 1e9);
        }
    }

    /** The same for all: what a server needs once, for its first clients, is not counted. */
    private void admitFirst(Live server) throws IOException, InterruptedException {
        try (Swarm swarm = new Swarm(server.address(), server.dialect(), contacts())) {
            swarm.gather(Math.min(WARM_UP, connections), PATIENCE);
        }
        server.settle();
    }

    private double each(double kib) {
        return kib / connections;
    }

    /** The heap is measured first, which collects the garbage: only Porchlight's is known. */
    private record Memory(double heapKiB, double residentKiB) {
        static Memory of(Live server) throws IOException, InterruptedException {
            server.settle();
            double heap = server.name().equals(Porchlight.NAME)
                    ? LiveHeap.bytes(server.process().pid()) / 1_024.0
                    : 0;
            return new Memory(heap, server.residentKiB());
        }
    }
}
