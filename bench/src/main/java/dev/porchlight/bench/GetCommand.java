package dev.porchlight.bench;

import dev.porchlight.bench.load.Load.Method;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the read of a status. */
@Command(name = "get", description = "GETs of presence_status.", mixinStandardHelpOptions = true)
final class GetCommand implements Callable<Integer> {
    @Mixin
    final Setup setup = new Setup();

    @Option(names = "--users", description = "Users, all signed in (default: ${DEFAULT-VALUE}).")
    int users = 1_000;

    @Option(names = "--profile", description = "Record Porchlight, which slows it, and print where its time went.")
    boolean profile;

    @Override
    public Integer call() throws Exception {
        return setup.run(site -> setup.versus(site, profile).run(Method.GET, users));
    }
}
