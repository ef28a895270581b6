package dev.porchlight.bench.watch;

import dev.porchlight.bench.figure.Row;
import dev.porchlight.bench.load.Load;
import dev.porchlight.bench.profile.Recording;
import dev.porchlight.bench.run.Kernel;
import dev.porchlight.bench.run.Running;
import dev.porchlight.bench.scenario.Site;
import dev.porchlight.bench.world.World;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One user changes, many watch: how long until the last of them knows, and what that costs the server. */
public final class FanOutCost {
    private static final int WARM_UP = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> STATUSES = List.of("Away", "Available");

    private final Site site;
    private final int changes;
    private final boolean profiled;

    /** @param changes measured, one after the other: the next begins when the last watcher knows */
    public FanOutCost(Site site, int changes, boolean profiled) {
        this.site = site;
        this.changes = changes;
        this.profiled = profiled;
    }

    public List<Row> run(int watchers) throws IOException, InterruptedException {
        Path folder = site.work().resolve("watched-by-" + watchers);
        World.make(folder, 1, 1);
        Optional<Recording> recording = profiled
                ? Optional.of(new Recording(site.work().resolve("watched-by-" + watchers + ".jfr")))
                : Optional.empty();
        List<String> more = recording.map(Recording::options).orElse(List.of());
        try (Running porchlight = Running.start(site.porchlight("watched by " + watchers, folder, more))) {
            List<Row> rows = drive(porchlight, watchers);
            if (recording.isPresent()) {
                recording.get().dump(porchlight.pid());
                recording.get().print();
            }
            return rows;
        }
    }

    private List<Row> drive(Running porchlight, int watchers) throws IOException, InterruptedException {
        String user = Load.userId(0);
        InetSocketAddress address = new InetSocketAddress(
                porchlight.uri().getHost(), porchlight.uri().getPort());
        Dialect dialect = new PorchlightDialect(porchlight.uri().getAuthority(), Site.TOKEN, watcher -> List.of(user));
        try (Crowd crowd = Crowd.gather(address, dialect, watchers, PATIENCE);
                Updates updates = new Updates(porchlight.uri(), Site.TOKEN)) {
            times(crowd, updates, watchers, WARM_UP);
            double cpuBefore = Kernel.cpuSeconds(porchlight.pid());
            long before = System.nanoTime();
            long[] nanos = times(crowd, updates, watchers, changes);
            double seconds = (System.nanoTime() - before) / 1e9;
            double cpu = Kernel.cpuSeconds(porchlight.pid()) - cpuBefore;
            return rows(watchers, nanos, (double) watchers * changes / seconds, cpu);
        }
    }

    /** From the write of each change to the read by the last watcher. */
    private static long[] times(Crowd crowd, Updates updates, int watchers, int changes)
            throws IOException, InterruptedException {
        long[] nanos = new long[changes];
        for (int i = 0; i < changes; i++) {
            long target = crowd.heard() + watchers;
            long at = updates.set(Load.userId(0), STATUSES.get(i % STATUSES.size()));
            nanos[i] = crowd.heard(target, PATIENCE) - at;
        }
        return nanos;
    }

    private static List<Row> rows(int watchers, long[] nanos, double rate, double cpu) {
        Arrays.sort(nanos);
        double millions = (double) watchers * nanos.length / 1e6;
        String what = "1 user, %,d watchers, ".formatted(watchers);
        List<Row> rows = new ArrayList<>();
        rows.add(row(what + "last watcher, p50 / p99 ms", "%.1f / %.1f".formatted(at(nanos, 0.5), at(nanos, 0.99))));
        rows.add(row(what + "deliveries/s", "%,.0f".formatted(rate)));
        rows.add(row(what + "server CPU seconds per million", "%.1f".formatted(cpu / millions)));
        return rows;
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
    }

    private static Row row(String figure, String value) {
        Row row = Row.plain(figure, "", value);
        System.out.println(row.figure() + ": " + row.porchlight());
        return row;
    }
}
