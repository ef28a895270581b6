package dev.porchlight.bench;

import dev.porchlight.bench.figure.Row;
import dev.porchlight.bench.scenario.StartUp;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the start. */
@Command(
        name = "start",
        description = "From a cold start to the first answer, on an empty and on a full folder.",
        mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {
    @Mixin
    final Setup setup = new Setup();

    @Mixin
    final ManyUsers many = new ManyUsers();

    @Option(names = "--repetitions", description = "Starts of each kind (default: ${DEFAULT-VALUE}).")
    int repetitions = 7;

    @Override
    public Integer call() throws Exception {
        return setup.run(site -> {
            StartUp start = new StartUp(site, repetitions);
            List<Row> rows = new ArrayList<>(start.empty());
            rows.addAll(start.full(many.make(site)));
            return rows;
        });
    }
}
