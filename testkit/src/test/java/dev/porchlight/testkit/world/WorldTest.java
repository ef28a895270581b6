package dev.porchlight.testkit.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porchlight.engine.port.Store;
import dev.porchlight.store.memory.MemoryStore;
import dev.porchlight.testkit.world.World.Report;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The world itself: that it repeats itself, and that it finds out a store that breaks its word. */
class WorldTest {
    @Test
    void aSeedIsAUniverse() {
        Report once = World.run(17, new MemoryStore());

        assertThat(World.run(17, new MemoryStore())).isEqualTo(once);
        assertThat(World.run(18, new MemoryStore()).digest()).isNotEqualTo(once.digest());
        assertThat(once.commits()).isGreaterThan(50);
    }

    @Test
    void nodesCrashInSomeWorlds() {
        assertThat(LongStream.range(0, 5)
                        .map(seed -> World.run(seed, new MemoryStore()).crashes())
                        .sum())
                .isPositive();
    }

    @Test
    void aStoreThatDoesNotLookAtRevisionsIsFoundOut() {
        assertFoundOut(BrokenStore::withoutRevisions, "a revision does not follow the last");
    }

    @Test
    void aStoreThatForgetsAnEventIsFoundOut() {
        assertFoundOut(BrokenStore::thatForgetsEvents, "a watcher believes what is not committed|lost, doubled");
    }

    @Test
    void aStoreThatForgetsAnAlarmIsFoundOut() {
        assertFoundOut(BrokenStore::thatForgetsAlarms, "the first alarm is not the one that was committed");
    }

    @Test
    void aStoreThatAcknowledgesWhatItLostIsFoundOut() {
        assertFoundOut(BrokenStore::thatAcknowledgesWhatItLost, "holds something else than what was committed");
    }

    @Test
    void aFeedThatFallsSilentIsFoundOut() {
        assertFoundOut(BrokenStore::withASilentFeed, "a watcher believes what is not committed");
    }

    private static void assertFoundOut(Supplier<Store> broken, String how) {
        assertThatThrownBy(() -> LongStream.range(0, 5).forEach(seed -> World.run(seed, broken.get())))
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching("(?s)seed [0-4]: .*(" + how + ").*The last steps:.*");
    }
}
