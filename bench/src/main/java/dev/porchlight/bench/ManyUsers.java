package dev.porchlight.bench;

import dev.porchlight.bench.scenario.Site;
import dev.porchlight.bench.world.Folder;
import picocli.CommandLine.Option;

/** The options of a large folder. */
final class ManyUsers {
    @Option(names = "--users", description = "Users of the large folder (default: ${DEFAULT-VALUE}).")
    int users = 1_000_000;

    @Option(names = "--signed-in", description = "How many of them are signed in (default: ${DEFAULT-VALUE}).")
    int signedIn = 100_000;

    Folder make(Site site) {
        return Folder.make(site.work().resolve("many-data"), users, signedIn);
    }
}
