package dev.porchlight.bench.watch;

import dev.porchlight.bench.figure.Row;
import dev.porchlight.bench.figure.Row.Verdict;
import dev.porchlight.bench.load.Load;
import dev.porchlight.bench.run.Kernel;
import dev.porchlight.bench.run.LiveHeap;
import dev.porchlight.bench.run.Running;
import dev.porchlight.bench.scenario.Site;
import dev.porchlight.bench.world.World;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What a watcher costs that is connected and told nothing: heap that it holds, and resident memory. */
public final class IdleCost {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int USERS = 2_000;
    private static final int CONTACTS = 18;
    private static final int WARM_UP = 500;
    private static final double HEAP_GOAL = 12;
    private static final double RESIDENT_GOAL = 20;

    private final Site site;

    public IdleCost(Site site) {
        this.site = site;
    }

    public List<Row> run(int watchers) throws IOException, InterruptedException {
        Path folder = site.work().resolve("idle-watchers");
        World.make(folder, USERS, USERS);
        try (Running porchlight = Running.start(site.porchlight("idle watchers", folder, List.of()))) {
            gather(porchlight, WARM_UP).close();
            Memory before = Memory.of(porchlight);
            long start = System.nanoTime();
            try (Crowd crowd = gather(porchlight, watchers)) {
                double seconds = (System.nanoTime() - start) / 1e9;
                Memory after = Memory.of(porchlight);
                String what = "%,d idle watchers of %d users, ".formatted(watchers, CONTACTS);
                System.out.printf(
                        Locale.ROOT,
                        "%s%,.0f connections/s, told %,d answers%n",
                        what,
                        watchers / seconds,
                        crowd.heard());
                return List.of(
                        row(what + "KiB of heap each", after.heap() - before.heap(), watchers, HEAP_GOAL),
                        row(what + "KiB resident each", after.resident() - before.resident(), watchers, RESIDENT_GOAL));
            }
        }
    }

    private static Crowd gather(Running porchlight, int watchers) throws IOException, InterruptedException {
        InetSocketAddress address = new InetSocketAddress(
                porchlight.uri().getHost(), porchlight.uri().getPort());
        Dialect dialect = new PorchlightDialect(porchlight.uri().getAuthority(), Site.TOKEN, IdleCost::contacts);
        return Crowd.gather(address, dialect, watchers, PATIENCE);
    }

    private static List<String> contacts(int watcher) {
        return IntStream.range(0, CONTACTS)
                .mapToObj(n -> Load.userId((watcher + n * 97) % USERS))
                .toList();
    }

    private static Row row(String figure, long bytes, int watchers, double goal) {
        double each = bytes / 1024.0 / watchers;
        Row row = new Row(
                figure,
                "",
                String.format(Locale.ROOT, "%.1f", each),
                "",
                String.format(Locale.ROOT, "at most %.0f", goal),
                Verdict.of(each <= goal));
        System.out.println(row.figure() + ": " + row.porchlight());
        return row;
    }

    /** In bytes. The heap is measured first: that leaves in it what is alive. */
    private record Memory(long heap, long resident) {
        static Memory of(Running server) throws IOException, InterruptedException {
            long heap = LiveHeap.bytes(server.pid());
            return new Memory(heap, Kernel.residentKiB(server.pid()) * 1024);
        }
    }
}
