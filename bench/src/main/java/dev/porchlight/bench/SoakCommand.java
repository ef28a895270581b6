package dev.porchlight.bench;

import dev.porchlight.bench.figure.Row;
import dev.porchlight.bench.figure.Row.Verdict;
import dev.porchlight.bench.load.Load;
import dev.porchlight.bench.run.Running;
import dev.porchlight.bench.scenario.Site;
import dev.porchlight.bench.soak.Ground;
import dev.porchlight.bench.soak.Plan;
import dev.porchlight.bench.soak.Report;
import dev.porchlight.bench.soak.Soak;
import dev.porchlight.bench.world.World;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs watchers on bad networks for long. */
@Command(
        name = "soak",
        description =
                "Watchers that are cut off, slow and come back, and a server that is killed: in the end all know what is.",
        mixinStandardHelpOptions = true)
final class SoakCommand implements Callable<Integer> {
    private static final int PEOPLE = 500;
    private static final int DESKS = 50;
    private static final int ACTORS = 8;
    private static final int MILLIS_BETWEEN = 80;
    private static final Duration BETWEEN_RESTARTS = Duration.ofSeconds(90);

    @Mixin
    final Setup setup = new Setup();

    @Option(names = "--minutes", description = "How long (default: ${DEFAULT-VALUE}).")
    int minutes = 10;

    @Option(names = "--watchers", description = "Watchers (default: ${DEFAULT-VALUE}).")
    int watchers = 2_000;

    @Option(names = "--seed", description = "Of the dice (default: any).")
    long seed = new SplittableRandom().nextLong();

    @Override
    public Integer call() throws Exception {
        return setup.run(site -> {
            System.out.println("--seed " + seed);
            Plan plan = new Plan(
                    seed,
                    Duration.ofMinutes(minutes),
                    watchers,
                    PEOPLE,
                    DESKS,
                    ACTORS,
                    MILLIS_BETWEEN,
                    BETWEEN_RESTARTS);
            Report report = run(site, plan);
            System.out.println(report.text());
            return List.of(new Row(
                    "soak, %d minutes, %,d watchers: things wrong".formatted(minutes, watchers),
                    "",
                    String.valueOf(report.wrongs().size()),
                    "",
                    "0",
                    Verdict.of(report.wrongs().isEmpty())));
        });
    }

    private static Report run(Site site, Plan plan) throws IOException, InterruptedException {
        Path folder = site.work().resolve("soak");
        World.make(folder, plan.people(), 0);
        try (Killed ground = new Killed(site, folder)) {
            return Soak.run(
                    plan,
                    ground,
                    IntStream.range(0, plan.people()).mapToObj(Load::userId).toList());
        }
    }

    /** A process that is killed, and started again on the same folder. */
    private static final class Killed implements Ground, AutoCloseable {
        private final Site site;
        private final Path folder;
        private volatile Running running;

        Killed(Site site, Path folder) throws IOException, InterruptedException {
            this.site = site;
            this.folder = folder;
            this.running = started();
        }

        private Running started() throws IOException, InterruptedException {
            return Running.start(site.porchlight("soak", folder, List.of()));
        }

        @Override
        public URI uri() {
            return running.uri();
        }

        @Override
        public String token() {
            return Site.TOKEN;
        }

        @Override
        public void restart() throws IOException, InterruptedException {
            running.kill();
            running = started();
        }

        @Override
        public void close() {
            running.close();
        }
    }
}
