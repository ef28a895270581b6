package dev.porchlight.bench;

import dev.porchlight.bench.figure.Row;
import dev.porchlight.bench.scenario.Calibration;
import dev.porchlight.bench.scenario.Growth;
import dev.porchlight.bench.scenario.Memory;
import dev.porchlight.bench.scenario.Site;
import dev.porchlight.bench.scenario.Turns;
import dev.porchlight.bench.scenario.Versus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options that the scenarios share, and the folder that a run works in. */
final class Setup {
    @Option(
            names = "--home",
            description = "The repository that holds ./porchlight (default: the one that this command is in).")
    Path home = ownHome();

    @Option(names = "--rounds", description = "Rounds of each server (default: ${DEFAULT-VALUE}).")
    int rounds = 5;

    @Option(names = "--seconds", description = "Length of a round (default: ${DEFAULT-VALUE}).")
    int seconds = 10;

    @Option(names = "--warm-up", description = "Seconds before the first round (default: ${DEFAULT-VALUE}).")
    int warmUp = 15;

    @Option(names = "--connections", description = "Connections kept alive (default: ${DEFAULT-VALUE}).")
    int connections = 64;

    @Option(
            names = "--jvm",
            split = " ",
            description = "JVM options of both servers (default: those of ./porchlight: ${DEFAULT-VALUE}).")
    List<String> jvm = List.of("-Xmx768m", "-Xmn48m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders");

    @Option(
            names = "--loops",
            description = "Event loops of the bare server (default: one for each processor, as Porchlight).")
    int loops = Runtime.getRuntime().availableProcessors();

    @Option(names = "--keep", description = "Leave data and logs behind.")
    boolean keep;

    private Turns turns() {
        return new Turns(rounds, Duration.ofSeconds(seconds), Duration.ofSeconds(warmUp));
    }

    Versus versus(Site site, boolean profiled) {
        return new Versus(site, turns(), connections, profiled);
    }

    Memory memory(Site site) {
        return new Memory(site, Duration.ofSeconds(seconds), connections);
    }

    Calibration calibration(Site site) {
        return new Calibration(site, turns(), connections);
    }

    Growth growth(Site site) {
        return new Growth(site, turns(), connections);
    }

    /** Builds Porchlight if need be, and measures. */
    int run(Scenarios scenarios) throws IOException, InterruptedException {
        build();
        return measure(scenarios);
    }

    /** Runs the scenarios in a new folder, which is removed afterwards, and prints their table. */
    int measure(Scenarios scenarios) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("porchlight-bench");
        try {
            List<Row> rows = scenarios.run(new Site(home, work, jvm, loops));
            System.out.println("\n" + Row.table(rows));
            return 0;
        } finally {
            if (keep) {
                System.out.println("Data and logs are in " + work);
            } else {
                remove(work);
            }
        }
    }

    /** Builds Porchlight if need be, and prints a table that is made in a new folder, which is removed afterwards. */
    int compare(Compared compared) throws IOException, InterruptedException {
        build();
        Path work = Files.createTempDirectory("porchlight-bench");
        try {
            System.out.println("\n" + compared.table(home, work));
            return 0;
        } finally {
            remove(work);
        }
    }

    /** The launcher builds Porchlight when that is missing or older than its sources. */
    private void build() throws IOException, InterruptedException {
        Process version = new ProcessBuilder(home.resolve("porchlight").toString(), "version")
                .inheritIO()
                .start();
        if (version.waitFor() != 0) {
            throw new IllegalStateException("./porchlight version failed (expected: Porchlight can be built and run)");
        }
    }

    /** The jar is in HOME/bench/target/porchlight-bench. */
    private static Path ownHome() {
        Path home =
                Path.of(System.getProperty("java.class.path").split(":", 2)[0]).toAbsolutePath();
        for (int i = 0; i < 4 && home.getParent() != null; i++) {
            home = home.getParent();
        }
        return home;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** What is held beside others. */
    interface Compared {
        String table(Path home, Path work) throws IOException, InterruptedException;
    }

    /** What is measured, at a site. */
    interface Scenarios {
        List<Row> run(Site site) throws IOException, InterruptedException;
    }
}
