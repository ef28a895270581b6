package dev.porchlight.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.bench.load.Load;
import dev.porchlight.bench.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Some seconds of {@code porchlight-bench soak}, with a server in this process. */
class SoakTest {
    private static final int PEOPLE = 60;

    @TempDir
    private Path work;

    @Test
    @Timeout(120)
    void inTheEndEveryWatcherBelievesWhatTheStoreSays() throws Exception {
        long seed = Long.getLong("porchlight.seed", new SplittableRandom().nextLong());
        Plan plan = new Plan(seed, Duration.ofSeconds(6), 150, PEOPLE, 5, 3, 20, Duration.ofSeconds(4));
        Path folder = work.resolve("data");
        World.make(folder, PEOPLE, 0);

        Report report;
        try (InProcess ground = new InProcess(folder)) {
            List<String> people =
                    IntStream.range(0, PEOPLE).mapToObj(Load::userId).toList();
            report = Soak.run(plan, ground, people);
        }

        assertThat(report.wrongs())
                .as("-Dporchlight.seed=%d: %s", seed, report.text())
                .isEmpty();
        assertThat(report.changes()).isGreaterThan(50);
        assertThat(report.told()).isGreaterThan(500);
        assertThat(report.offlines()).isGreaterThan(5);
        assertThat(report.restarts()).isPositive();
    }
}
