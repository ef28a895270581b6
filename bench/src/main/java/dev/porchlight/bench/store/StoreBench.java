package dev.porchlight.bench.store;

import dev.porchlight.store.embedded.EmbeddedStore;
import dev.porchlight.store.embedded.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Durable commits of the embedded store alone: no HTTP, callers with one commit outstanding each. */
@Command(
        name = "store",
        description = "Durable commits of the embedded store alone: rate, latency, processor time, memory.",
        mixinStandardHelpOptions = true)
public final class StoreBench implements Callable<Integer> {
    @Option(
            names = "--folder",
            description = "On the disk that is to be measured; filled once for each number of users, and kept"
                    + " (default: ${DEFAULT-VALUE}).")
    Path folder = Path.of("bench/target/store");

    @Option(names = "--seconds", description = "Length of a round (default: ${DEFAULT-VALUE}).")
    int seconds = 5;

    @Option(names = "--rounds", description = "The first ones warm up (default: ${DEFAULT-VALUE}).")
    int rounds = 4;

    @Option(names = "--callers", description = "With one commit outstanding each (default: ${DEFAULT-VALUE}).")
    int callers = 64;

    @Option(names = "--users", split = ",", description = "How many, one measurement each (default: ${DEFAULT-VALUE}).")
    List<Integer> sizes = List.of(1_000, 1_000_000);

    @Override
    public Integer call() throws IOException {
        for (int users : sizes) {
            Path filled = folder.resolve("users-" + users);
            fill(filled, users);
            measure(filled, users);
        }
        return 0;
    }

    private static void fill(Path folder, int users) throws IOException {
        if (Files.exists(folder)) {
            return;
        }
        long start = System.nanoTime();
        try (EmbeddedStore store = EmbeddedStore.open(folder, StoreOptions.DEFAULTS)) {
            Population.fill(store, users);
        }
        System.out.printf("%,9d users    filled in %.1f s%n", users, seconds(start));
    }

    private void measure(Path filled, int users) {
        long start = System.nanoTime();
        EmbeddedStore store = EmbeddedStore.open(filled, StoreOptions.DEFAULTS);
        System.out.printf("%,9d users    opened in %.3f s%n", users, seconds(start));
        try (store) {
            try (Callers load = new Callers(store, users, callers)) {
                for (int round = 0; round < rounds; round++) {
                    System.out.printf("%,9d users    %s%n", users, load.run(Duration.ofSeconds(seconds)));
                }
            }
            start = System.nanoTime();
        }
        System.out.printf("%,9d users    closed in %.3f s%n", users, seconds(start));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
