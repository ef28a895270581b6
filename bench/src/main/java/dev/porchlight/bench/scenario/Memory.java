package dev.porchlight.bench.scenario;

import dev.porchlight.bench.figure.Row;
import dev.porchlight.bench.figure.Row.Verdict;
import dev.porchlight.bench.load.Load;
import dev.porchlight.bench.load.Load.Method;
import dev.porchlight.bench.load.Wrk;
import dev.porchlight.bench.run.Kernel;
import dev.porchlight.bench.run.Running;
import dev.porchlight.bench.world.Folder;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Resident memory of the installed command on a folder of users: after its start, and after GETs and PUTs. */
public final class Memory {
    private static final long GOAL_KIB = 1_536 * 1_024;

    private final Site site;
    private final Duration time;
    private final int connections;

    public Memory(Site site, Duration time, int connections) {
        this.site = site;
        this.time = time;
        this.connections = connections;
    }

    /** The load goes to those who are signed in. */
    public List<Row> run(Folder folder) throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        try (Running porchlight = Running.start(site.installed(folder.path(), 0, List.of("--update-window", "0s")));
                Running bare = Running.start(site.bare("bare"))) {
            rows.add(row(folder + ", after the start", bare, porchlight));
            for (Method method : Method.values()) {
                Load load = new Load(method, folder.signedIn(), Site.TOKEN, connections);
                Wrk wrk = Wrk.in(site.work());
                wrk.drive(bare.uri(), load, time, 1);
                wrk.drive(porchlight.uri(), load, time, 1);
                rows.add(row(folder + ", after " + method + "s", bare, porchlight));
            }
        }
        return rows;
    }

    private static Row row(String when, Running bare, Running porchlight) throws IOException {
        long resident = Kernel.residentKiB(porchlight.pid());
        Row row = new Row(
                "memory, " + when + ", MiB",
                show(bare.pid()),
                show(porchlight.pid()),
                "",
                "< 1,536",
                Verdict.of(resident < GOAL_KIB));
        System.out.println(row.figure() + "   bare " + row.against() + "   Porchlight " + row.porchlight());
        return row;
    }

    private static String show(long pid) throws IOException {
        return String.format(
                Locale.ROOT,
                "%,d resident, %,d in proportion",
                Kernel.residentKiB(pid) / 1_024,
                Kernel.proportionalKiB(pid) / 1_024);
    }
}
