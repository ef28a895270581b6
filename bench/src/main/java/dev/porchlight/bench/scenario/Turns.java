package dev.porchlight.bench.scenario;

import dev.porchlight.bench.load.Result;
import dev.porchlight.bench.load.Wrk;
import dev.porchlight.bench.run.Kernel;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The same load on two servers in turns, A B A B…, so that a machine whose speed drifts is as fast for the one as for the
 * other.
 *
 * @param warmUp before the first round, for each server
 */
public record Turns(int rounds, Duration round, Duration warmUp) {

    /** The rounds of both, and what both did in all, the warm-up with it. */
    record Played(List<Turn> first, List<Turn> second, long firstAnswered, long secondAnswered) {}

    /** A round with a refused or a broken request measures something else: it ends the run. */
    Played play(Wrk wrk, Side first, Side second) throws IOException, InterruptedException {
        long firstAnswered = warm(wrk, first);
        long secondAnswered = warm(wrk, second);
        List<Turn> firsts = new ArrayList<>();
        List<Turn> seconds = new ArrayList<>();
        for (int seed = 1; seed <= rounds; seed++) {
            firsts.add(turn(wrk, first, round, seed));
            seconds.add(turn(wrk, second, round, seed));
            firstAnswered += firsts.getLast().result().answered();
            secondAnswered += seconds.getLast().result().answered();
        }
        return new Played(firsts, seconds, firstAnswered, secondAnswered);
    }

    private long warm(Wrk wrk, Side side) throws IOException, InterruptedException {
        System.out.print("warm-up  ");
        return turn(wrk, side, warmUp, 0).result().answered();
    }

    private static Turn turn(Wrk wrk, Side side, Duration time, long seed) throws IOException, InterruptedException {
        long pid = side.server().pid();
        double cpu = Kernel.cpuSeconds(pid);
        long flushes = Kernel.diskFlushes();
        Result result = wrk.drive(side.server().uri(), side.load(), time, seed);
        if (result.refused() + result.broken() > 0) {
            throw new IllegalStateException(
                    side.server().name() + ": " + result + " (expected: nothing refused, nothing broken)");
        }
        Turn turn = new Turn(result, Kernel.cpuSeconds(pid) - cpu, Kernel.diskFlushes() - flushes);
        System.out.printf("%-22s %s%n", side.server().name(), turn.show());
        return turn;
    }
}
