package dev.porchlight.bench.scenario;

import dev.porchlight.bench.figure.Row;
import dev.porchlight.bench.load.Load;
import dev.porchlight.bench.load.Load.Method;
import dev.porchlight.bench.load.Wrk;
import dev.porchlight.bench.run.Running;
import dev.porchlight.bench.world.Folder;
import java.io.IOException;
import java.util.List;

/** Porchlight with few users and Porchlight with many, under the same PUTs in turns. */
public final class Growth {
    private static final int FEW = 1_000;
    private static final double GOAL = 0.8;

    private final Site site;
    private final Turns turns;
    private final int connections;

    public Growth(Site site, Turns turns, int connections) {
        this.site = site;
        this.turns = turns;
        this.connections = connections;
    }

    /** The load goes to those of the folder who are signed in, and, on the other side, to all of 1,000. */
    public List<Row> run(Folder folder) throws IOException, InterruptedException {
        Folder few = Folder.make(site.work().resolve("few-data"), FEW, FEW);
        try (Running small = Running.start(site.porchlight("few users", few.path(), List.of()));
                Running large = Running.start(site.porchlight("many users", folder.path(), List.of()))) {
            Turns.Played played = turns.play(
                    Wrk.in(site.work()),
                    new Side(small, new Load(Method.PUT, few.signedIn(), Site.TOKEN, connections)),
                    new Side(large, new Load(Method.PUT, folder.signedIn(), Site.TOKEN, connections)));
            String what = "durable PUT, " + folder + ", against " + few;
            return new Compared(what, played.first(), played.second()).rows(GOAL);
        }
    }
}
