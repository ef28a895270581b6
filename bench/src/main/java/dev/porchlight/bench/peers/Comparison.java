package dev.porchlight.bench.peers;

import dev.porchlight.bench.figure.Row;
import dev.porchlight.bench.peers.server.Ejabberd;
import dev.porchlight.bench.peers.server.Live;
import dev.porchlight.bench.peers.server.Mosquitto;
import dev.porchlight.bench.peers.server.Peer;
import dev.porchlight.bench.peers.server.Porchlight;
import dev.porchlight.bench.peers.server.Prosody;
import dev.porchlight.bench.peers.speech.Contacts;
import dev.porchlight.bench.scenario.Site;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All servers through all scenarios, server after server within a round, so that a machine whose speed drifts is fair. */
public final class Comparison {
    private final List<Peer> peers;
    private final List<Scenario> scenarios;
    private final int rounds;
    private final Figures figures = new Figures();

    private Comparison(List<Peer> peers, List<Scenario> scenarios, int rounds) {
        this.peers = peers;
        this.scenarios = scenarios;
        this.rounds = rounds;
    }

    /** What to compare. Servers that are not installed are left out, with a word about how to install them. */
    public static Comparison of(Site site, Plan plan) {
        List<Peer> peers = new ArrayList<>();
        for (Peer peer : List.of(
                new Porchlight(site, plan.profiled()),
                new Mosquitto(site.work().resolve("mosquitto")),
                new Ejabberd(site.work().resolve("ejabberd")),
                new Prosody(site.work().resolve("prosody")))) {
            boolean wanted = plan.servers().stream().anyMatch(peer.name()::equalsIgnoreCase);
            peer.missing()
                    .filter(how -> wanted)
                    .ifPresent(
                            how -> System.out.println("Without " + peer.name() + ", which is not installed: " + how));
            if (wanted && peer.missing().isEmpty()) {
                peers.add(peer);
            }
        }
        return new Comparison(peers, plan.list(), plan.rounds());
    }

    public List<Row> run() throws IOException, InterruptedException {
        for (Peer peer : peers) {
            fill(peer);
        }
        longLived();
        fresh();
        return figures.rows();
    }

    private void fill(Peer peer) throws IOException, InterruptedException {
        long start = System.nanoTime();
        List<Contacts> all = scenarios.stream()
                .filter(scenario -> takesPart(peer, scenario))
                .map(Scenario::contacts)
                .distinct()
                .toList();
        peer.fill(all);
        System.out.printf("%-11s filled in %.1f s%n", peer.name(), (System.nanoTime() - start) / 1e9);
    }

    private static boolean takesPart(Peer peer, Scenario scenario) {
        return scenario.isForAll() || !(peer instanceof Prosody);
    }

    /** The servers live through all rounds, warm, and the others idle while one is measured. */
    private void longLived() throws IOException, InterruptedException {
        List<Scenario> some =
                scenarios.stream().filter(scenario -> !scenario.isFresh()).toList();
        Map<Peer, Live> servers = new LinkedHashMap<>();
        try {
            for (Peer peer : peers) {
                if (some.stream().anyMatch(scenario -> takesPart(peer, scenario))) {
                    servers.put(peer, peer.start());
                }
            }
            for (Scenario scenario : some) {
                for (Live server : servers.values()) {
                    scenario.warmUp(server);
                }
            }
            for (int round = 1; round <= rounds && !some.isEmpty(); round++) {
                System.out.println("round " + round);
                for (Scenario scenario : some) {
                    for (Live server : servers.values()) {
                        scenario.run(server, figures);
                    }
                }
            }
        } finally {
            servers.values().forEach(Live::close);
        }
    }

    /** Each server is alone on the machine, and new. */
    private void fresh() throws IOException, InterruptedException {
        List<Scenario> some = scenarios.stream().filter(Scenario::isFresh).toList();
        for (int round = 1; round <= rounds && !some.isEmpty(); round++) {
            System.out.println("round " + round);
            for (Scenario scenario : some) {
                for (Peer peer : peers) {
                    try (Live server = peer.start()) {
                        server.settle();
                        scenario.run(server, figures);
                    }
                }
            }
        }
    }
}
