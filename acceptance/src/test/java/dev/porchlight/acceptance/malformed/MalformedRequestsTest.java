package dev.porchlight.acceptance.malformed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Thousands of requests that are wrong in some way, on sockets of their own, with good ones in between. Every one is answered
 * or its connection ended within a deadline, without a 5xx and without effect; afterwards no connection and no memory is
 * held. {@code -Dporchlight.malformed=100000} makes it that many, {@code -Dporchlight.seed=N} the ones of a run before.
 */
class MalformedRequestsTest {
    private static final long COUNT = Long.getLong("porchlight.malformed", 5_000);
    private static final long SEED = Long.getLong("porchlight.seed", System.nanoTime());
    private static final long WARM_UP = 1_000;
    private static final long MAX_GROWTH = 48 << 20;
    private static final long SETTLED_WITHIN = Duration.ofSeconds(20).toNanos();

    @Test
    void noBadRequestHurtsOrGoesUnanswered(@TempDir Path data) throws IOException, InterruptedException {
        System.out.printf("porchlight.malformed=%d porchlight.seed=%d%n", COUNT, SEED);
        try (Besieged server = new Besieged(data)) {
            Target target = server.prepare();
            Siege siege = new Siege(new Attacks(target, SEED));
            assertThat(siege.run(0, WARM_UP)).as("seed %d", SEED).isEmpty();
            long sockets = openSockets();
            long memory = heap();

            assertThat(siege.run(WARM_UP, WARM_UP + COUNT)).as("seed %d", SEED).isEmpty();

            System.out.println(new TreeMap<>(siege.tally()));
            assertThat(settled(sockets, siege))
                    .as("open sockets, seed %d", SEED)
                    .isLessThanOrEqualTo(sockets);
            assertThat(heap() - memory)
                    .as("growth of the heap in bytes, seed %d", SEED)
                    .isLessThan(MAX_GROWTH);
        }
    }

    /** The number of open sockets once it is down to what it was, or after a time: connections end on other threads. */
    private static long settled(long before, Siege siege) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + SETTLED_WITHIN;
        while (openSockets() > before && System.nanoTime() < deadline) {
            siege.run(0, 16);
        }
        return openSockets();
    }

    private static long openSockets() throws IOException {
        Path open = Path.of("/proc/self/fd");
        if (!Files.isDirectory(open)) {
            return 0; // Only Linux tells.
        }
        try (Stream<Path> files = Files.list(open)) {
            return files.filter(MalformedRequestsTest::isSocket).count();
        }
    }

    private static boolean isSocket(Path file) {
        try {
            return Files.readSymbolicLink(file).toString().startsWith("socket:");
        } catch (IOException e) {
            return false; // Closed since it was listed.
        }
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
