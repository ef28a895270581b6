package dev.porchlight.bench;

import dev.porchlight.bench.peers.Comparison;
import dev.porchlight.bench.peers.Plan;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures Porchlight beside other servers that tell people of others' presence. */
@Command(
        name = "peers",
        description = "Fan-out, idle connections and a mass return, beside Mosquitto, ejabberd and Prosody.",
        mixinStandardHelpOptions = true)
final class PeersCommand implements Callable<Integer> {
    @Mixin
    final Setup setup = new Setup();

    @Option(names = "--servers", split = ",", description = "Which of them (default: ${DEFAULT-VALUE}).")
    List<String> servers = List.of("porchlight", "mosquitto", "ejabberd", "prosody");

    @Option(names = "--scenarios", description = "Which of A to D; C and D are one (default: ${DEFAULT-VALUE}).")
    String scenarios = "ABCD";

    @Option(names = "--watchers", split = ",", description = "A: how many watch the one (default: ${DEFAULT-VALUE}).")
    List<Integer> watchers = List.of(100, 1_000, 10_000);

    @Option(names = "--changes", description = "A: changes, one after the other (default: ${DEFAULT-VALUE}).")
    int changes = 50;

    @Option(names = "--idle", description = "C, D: how many connections (default: ${DEFAULT-VALUE}).")
    int idle = 5_000;

    @Option(names = "--changing", description = "B: seconds of changes (default: ${DEFAULT-VALUE}).")
    int changing = 20;

    @Option(names = "--profile", description = "Record Porchlight, which slows it, and print where its time went.")
    boolean profile;

    PeersCommand() {
        setup.rounds = 3;
    }

    @Override
    public Integer call() throws Exception {
        return setup.run(site -> Comparison.of(site, plan()).run());
    }

    private Plan plan() {
        return new Plan(servers, scenarios, setup.rounds, watchers, changes, changing, idle, profile);
    }
}
