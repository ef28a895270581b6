package dev.porchlight.bench.store;

import dev.porchlight.store.embedded.EmbeddedStore;
import dev.porchlight.store.embedded.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Durable commits of the embedded store alone: callers with one commit outstanding each, over few and over many users. Prints
 * commits a second, latency, processor time and memory. {@code StoreBench FOLDER [SECONDS [CALLERS [USERS…]]]}; the folder must
 * be on the disk that is to be measured, and is filled once for each number of users.
 */
public final class StoreBench {
    private StoreBench() {}

    /** Runs it; see the class. */
    public static void main(String[] args) throws IOException {
        Path base = Path.of(args.length > 0 ? args[0] : "target/store-bench");
        Duration time = Duration.ofSeconds(args.length > 1 ? Long.parseLong(args[1]) : 5);
        int callers = args.length > 2 ? Integer.parseInt(args[2]) : 64;
        List<Integer> sizes = args.length > 3
                ? List.of(args).subList(3, args.length).stream()
                        .map(Integer::parseInt)
                        .toList()
                : List.of(1_000, 1_000_000);
        for (int users : sizes) {
            Path folder = base.resolve("users-" + users);
            fill(folder, users);
            measure(folder, users, callers, time);
        }
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

    private static void measure(Path folder, int users, int callers, Duration time) {
        long start = System.nanoTime();
        EmbeddedStore store = EmbeddedStore.open(folder, StoreOptions.DEFAULTS);
        System.out.printf("%,9d users    opened in %.3f s%n", users, seconds(start));
        try (store) {
            try (Callers load = new Callers(store, users, callers)) {
                for (int round = 0; round < 4; round++) {
                    System.out.printf("%,9d users    %s%n", users, load.run(time));
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
