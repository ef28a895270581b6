package dev.porchlight.bench;

import dev.porchlight.bench.figure.Row;
import dev.porchlight.bench.load.Load.Method;
import dev.porchlight.bench.scenario.StartUp;
import dev.porchlight.bench.world.Folder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures everything in one run. */
@Command(name = "all", description = "All of it, and one table at the end.", mixinStandardHelpOptions = true)
final class AllCommand implements Callable<Integer> {
    @Mixin
    final Setup setup = new Setup();

    @Mixin
    final ManyUsers many = new ManyUsers();

    @Option(names = "--repetitions", description = "Starts of each kind (default: ${DEFAULT-VALUE}).")
    int repetitions = 7;

    @Override
    public Integer call() throws Exception {
        return setup.run(site -> {
            List<Row> rows = new ArrayList<>();
            rows.addAll(setup.versus(site, false).run(Method.PUT, 1_000));
            rows.addAll(setup.versus(site, false).run(Method.GET, 1_000));
            StartUp start = new StartUp(site, repetitions);
            rows.addAll(start.empty());
            Folder folder = many.make(site);
            rows.addAll(start.full(folder));
            rows.addAll(setup.memory(site).run(folder));
            rows.addAll(setup.growth(site).run(folder.signInAll()));
            return rows;
        });
    }
}
