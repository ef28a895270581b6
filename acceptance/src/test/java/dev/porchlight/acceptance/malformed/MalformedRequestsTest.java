package dev.porchlight.acceptance.malformed;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

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
    void noBadRequestHurtsOrGoesUnanswered() throws IOException, InterruptedException {
        System.out.printf("porchlight.malformed=%d porchlight.seed=%d%n", COUNT, SEED);
        try (Besieged server = new Besieged()) {
            Target target = server.prepare();
            Siege siege = new Siege(new Attacks(target, SEED));
            assertThat(siege.run(0, WARM_UP)).as("seed %d", SEED).isEmpty();
            long files = openFiles();
            long memory = heap();

            assertThat(siege.run(WARM_UP, WARM_UP + COUNT)).as("seed %d", SEED).isEmpty();

            System.out.println(new TreeMap<>(siege.tally()));
            assertThat(settled(files, siege)).as("open files, seed %d", SEED).isLessThanOrEqualTo(files);
            assertThat(heap() - memory)
                    .as("growth of the heap in bytes, seed %d", SEED)
                    .isLessThan(MAX_GROWTH);
        }
    }

    /** The number of open files once it is down to what it was, or after a time: connections end on other threads. */
    private static long settled(long before, Siege siege) throws InterruptedException {
        long deadline = System.nanoTime() + SETTLED_WITHIN;
        while (openFiles() > before && System.nanoTime() < deadline) {
            siege.run(0, 16);
        }
        return openFiles();
    }

    private static long openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
