package dev.porchlight.bench;

import dev.porchlight.bench.peers.Comparison;
import dev.porchlight.bench.peers.Plan;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures watching: scenarios A and C of {@link PeersCommand}, of Porchlight alone. */
@Command(
        name = "watch",
        description = "One change that many are told of, and the memory of watchers that are told nothing.",
        mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {
    @Mixin
    final Setup setup = new Setup();

    @Option(names = "--watchers", split = ",", description = "How many watch the one user (default: ${DEFAULT-VALUE}).")
    List<Integer> watchers = List.of(100, 1_000, 10_000);

    @Option(names = "--idle", description = "How many idle watchers; 0 for none (default: ${DEFAULT-VALUE}).")
    int idle = 5_000;

    @Option(names = "--changes", description = "Changes, one after the other (default: ${DEFAULT-VALUE}).")
    int changes = 50;

    @Option(names = "--profile", description = "Print where the server's time went.")
    boolean profile;

    WatchCommand() {
        setup.rounds = 1;
    }

    @Override
    public Integer call() throws Exception {
        return setup.run(site -> Comparison.of(site, plan()).run());
    }

    private Plan plan() {
        return new Plan(
                List.of("porchlight"), idle > 0 ? "AC" : "A", setup.rounds, watchers, changes, 0, idle, profile);
    }
}
