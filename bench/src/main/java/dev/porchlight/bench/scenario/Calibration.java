package dev.porchlight.bench.scenario;

import dev.porchlight.bench.figure.Row;
import dev.porchlight.bench.load.Load;
import dev.porchlight.bench.load.Load.Method;
import dev.porchlight.bench.load.Wrk;
import dev.porchlight.bench.run.Running;
import java.io.IOException;
import java.util.List;

/** The bare server against itself: how far from 1 a ratio can be on this machine without meaning anything. */
public final class Calibration {
    private static final double GOAL = 0.9;

    private final Site site;
    private final Turns turns;
    private final int connections;

    public Calibration(Site site, Turns turns, int connections) {
        this.site = site;
        this.turns = turns;
        this.connections = connections;
    }

    /** Two processes of the bare server in turns. */
    public List<Row> run(int users) throws IOException, InterruptedException {
        Load load = new Load(Method.PUT, users, Site.TOKEN, connections);
        try (Running one = Running.start(site.bare("bare"));
                Running other = Running.start(site.bare("bare again"))) {
            Turns.Played played = turns.play(Wrk.in(site.work()), new Side(one, load), new Side(other, load));
            return new Compared("bare PUT against itself", played.first(), played.second()).rows(GOAL);
        }
    }
}
