package dev.porchlight.acceptance.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.store.memory.MemoryStore;
import dev.porchlight.testkit.world.World;
import dev.porchlight.testkit.world.World.Report;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The invariants of docs/semantics.md in simulated worlds, one for each seed. {@code -Dporchlight.seeds=100000} runs more,
 * {@code -Dporchlight.seed=17} one.
 */
class SimulatedWorldTest {
    private static final long SEEDS = Long.getLong("porchlight.seeds", 300);
    private static final long TWICE_EVERY = 10;

    @Test
    void everySeedsWorldHoldsTheInvariants() {
        Long one = Long.getLong("porchlight.seed");
        LongStream seeds = one == null ? LongStream.range(0, SEEDS) : LongStream.of(one);
        long started = System.nanoTime();
        long steps = seeds.map(seed -> world(seed).steps()).sum();
        System.out.printf("Simulated worlds: %d steps in %.1f s%n", steps, (System.nanoTime() - started) / 1e9);
        assertThat(steps).isPositive();
    }

    private static Report world(long seed) {
        try {
            Report report = World.run(seed, new MemoryStore());
            if (seed % TWICE_EVERY == 0) {
                assertThat(World.run(seed, new MemoryStore()))
                        .as("the same world again")
                        .isEqualTo(report);
            }
            return report;
        } catch (AssertionError e) {
            throw new AssertionError(
                    e.getMessage() + "\nTo see it again: mvn -q -pl acceptance -am test -Dtest=SimulatedWorldTest"
                            + " -Dsurefire.failIfNoSpecifiedTests=false -Dporchlight.seed=" + seed,
                    e);
        }
    }
}
