package dev.porchlight.bench.scenario;

import dev.porchlight.bench.figure.Row;
import dev.porchlight.bench.load.Load;
import dev.porchlight.bench.load.Load.Method;
import dev.porchlight.bench.load.Wrk;
import dev.porchlight.bench.profile.Recording;
import dev.porchlight.bench.run.Launch;
import dev.porchlight.bench.run.Running;
import dev.porchlight.bench.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The bare server and Porchlight under the same PUTs or GETs. */
public final class Versus {
    /** Bars of issue and design: a durable PUT may cost two and a half bare ones, a GET one and a half. */
    private static final double PUT_GOAL = 0.4;

    private static final double GET_GOAL = 0.7;

    /** Half of a bare server, with the store on the same machine. */
    private static final double SHARED_PUT_GOAL = 0.5;

    private final Site site;
    private final Turns turns;
    private final int connections;
    private final boolean profiled;

    public Versus(Site site, Turns turns, int connections, boolean profiled) {
        this.site = site;
        this.turns = turns;
        this.connections = connections;
        this.profiled = profiled;
    }

    /** Makes a folder of so many users, all signed in, and drives both servers. */
    public List<Row> run(Method method, int users) throws IOException, InterruptedException {
        Path folder = site.work().resolve(method + "-data");
        World.make(folder, users, users);
        long before = World.revisions(folder, users);
        String what = method == Method.PUT ? "durable PUT" : "GET";
        return run(
                what,
                method,
                users,
                jvm -> site.porchlight("Porchlight", folder, jvm),
                (porchlight, played, probes) -> {
                    List<Row> rows = new ArrayList<>(new Compared(what, played.first(), played.second())
                            .rows(method == Method.PUT ? PUT_GOAL : GET_GOAL));
                    if (method == Method.PUT) {
                        rows.add(durable(porchlight, folder, users, before, played, probes));
                    }
                    return rows;
                });
    }

    /** PUTs on a store that nodes share and that is filled with so many users, all signed in, beside bare ones. */
    public List<Row> runShared(String store, int users) throws IOException, InterruptedException {
        String what = "durable PUT on a shared store";
        return run(
                what,
                Method.PUT,
                users,
                jvm -> site.porchlight(
                        "Porchlight on a shared store",
                        site.work().resolve("node"),
                        jvm,
                        List.of("--store", "valkey", "--valkey", store)),
                (porchlight, played, probes) ->
                        new Compared(what, played.first(), played.second()).rows(SHARED_PUT_GOAL));
    }

    private List<Row> run(
            String what, Method method, int users, Function<List<String>, Launch> launch, Judgement judgement)
            throws IOException, InterruptedException {
        Load load = new Load(method, users, Site.TOKEN, connections);
        Optional<Recording> recording = profiled
                ? Optional.of(new Recording(site.work().resolve(what.replace(' ', '-') + ".jfr")))
                : Optional.empty();
        try (Running bare = Running.start(site.bare("bare"));
                Running porchlight = Running.start(
                        launch.apply(recording.map(Recording::options).orElse(List.of())))) {
            long probes = Probe.updates(porchlight.uri());
            Turns.Played played = turns.play(Wrk.in(site.work()), new Side(bare, load), new Side(porchlight, load));
            if (recording.isPresent()) {
                recording.get().dump(porchlight.pid());
            }
            List<Row> rows = judgement.rows(porchlight, played, probes);
            if (recording.isPresent()) {
                recording.get().print();
            }
            return rows;
        }
    }

    /** What the rounds come to. */
    private interface Judgement {
        List<Row> rows(Running porchlight, Turns.Played played, long probes) throws IOException, InterruptedException;
    }

    /** Kills the server, opens its folder and counts what is in it; and counts the flushes that the disk has seen. */
    private static Row durable(
            Running porchlight, Path folder, int users, long before, Turns.Played played, long probes)
            throws IOException, InterruptedException {
        porchlight.kill();
        long kept = World.revisions(folder, users) - before;
        long acknowledged = played.secondAnswered() + probes;
        long flushes = played.second().stream().mapToLong(Turn::flushes).sum();
        long answered = played.second().stream()
                .mapToLong(turn -> turn.result().answered())
                .sum();
        return new Row(
                "updates kept after kill -9",
                "",
                String.format(
                        Locale.ROOT,
                        "%,d of %,d acknowledged; %,d disk flushes for %,d of them",
                        kept,
                        acknowledged,
                        flushes,
                        answered),
                "",
                "all",
                Row.Verdict.of(kept >= acknowledged));
    }
}
