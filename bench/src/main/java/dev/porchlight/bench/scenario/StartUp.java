package dev.porchlight.bench.scenario;

import dev.porchlight.bench.figure.Row;
import dev.porchlight.bench.figure.Row.Verdict;
import dev.porchlight.bench.figure.Spread;
import dev.porchlight.bench.load.Load;
import dev.porchlight.bench.run.Launch;
import dev.porchlight.bench.run.PageCache;
import dev.porchlight.bench.world.Folder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** From the start of the installed command to its first answer, on an empty folder and on a full one. */
public final class StartUp {
    private static final double EMPTY_GOAL = 800;
    private static final double FULL_GOAL = 2_500;

    private final Site site;
    private final int repetitions;

    public StartUp(Site site, int repetitions) {
        this.site = site;
        this.repetitions = repetitions;
    }

    /** The path that is asked for on a folder of users: the first of them must be signed in. */
    private static String endpoint() {
        return "/v2/users/" + Load.userId(0) + "/presence_status";
    }

    /** On an empty folder, beside the bare server, which has an AOT cache of its own too. */
    public List<Row> empty() throws IOException, InterruptedException {
        List<String> cached = List.of("-XX:AOTCache=" + trained());
        List<Double> bare = new ArrayList<>();
        List<Double> porchlight = new ArrayList<>();
        for (int i = 0; i < repetitions; i++) {
            int port = FirstAnswer.freePort();
            bare.add(cold("bare", site.bare("bare", port, cached), port, "/"));
            Path folder = Files.createTempDirectory(site.work(), "empty");
            porchlight.add(cold("Porchlight", site.installed(folder, port), port, "/health/ready"));
        }
        return List.of(row("start, empty folder, ms", Spread.of(bare).show(0), Spread.of(porchlight), EMPTY_GOAL));
    }

    /** On a folder of users. */
    public List<Row> full(Folder folder) throws IOException, InterruptedException {
        List<Double> porchlight = new ArrayList<>();
        for (int i = 0; i < repetitions; i++) {
            int port = FirstAnswer.freePort();
            porchlight.add(cold("Porchlight", site.installed(folder.path(), port), port, endpoint()));
        }
        return List.of(row("start, " + folder + ", ms", "", Spread.of(porchlight), FULL_GOAL));
    }

    private static Row row(String figure, String bare, Spread porchlight, double goal) {
        return new Row(
                figure,
                bare,
                porchlight.show(0),
                "",
                "≤ %.0f".formatted(goal),
                Verdict.of(porchlight.median() <= goal));
    }

    private double cold(String name, Launch launch, int port, String path) throws IOException, InterruptedException {
        Path jdk = Path.of(System.getProperty("java.home"));
        String dropped = PageCache.drop(List.of(site.work(), site.distribution(), jdk.resolve("lib")));
        double millis = FirstAnswer.millis(launch, port, path);
        System.out.printf("%-12s first answer after %,6.0f ms (%s)%n", name, millis, dropped);
        return millis;
    }

    /** The bare server's AOT cache, written by a first run of it. */
    private Path trained() throws IOException, InterruptedException {
        Path cache = site.work().resolve("bare.aot");
        int port = FirstAnswer.freePort();
        FirstAnswer.millis(site.bare("bare", port, List.of("-XX:AOTCacheOutput=" + cache)), port, "/");
        if (!Files.exists(cache)) {
            throw new IllegalStateException(cache + " was not written");
        }
        return cache;
    }
}
