package dev.porchlight.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.bench.load.Load;
import dev.porchlight.bench.world.World;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever comes and goes leaves nothing behind; {@code -Dporchlight.rounds=100000} for many more. */
class LeakTest {
    private static final int ROUNDS = Integer.getInteger("porchlight.rounds", 3_000);

    /** Pools and caches fill for some ten thousand rounds, and then stay as they are. */
    private static final int WARM_UP = Math.max(1_000, ROUNDS / 4);

    private static final int AT_ONCE = 8;
    private static final int PEOPLE = 100;
    private static final int CONTACTS = 18;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What threads, counters and compiled code may take more. Less than a kilobyte a round is seen with few rounds. */
    private static final long SLACK = 2 << 20;

    @TempDir
    private Path work;

    @Test
    @Timeout(1_800)
    void afterThousandsOfConnectionsMemoryAndWatchersAreBackWhereTheyWere() throws Exception {
        Path folder = work.resolve("data");
        World.make(folder, PEOPLE, PEOPLE);
        try (InProcess ground = new InProcess(folder);
                Requests requests = new Requests(ground)) {
            comeAndGo(ground, WARM_UP);
            long before = liveHeap(ground, requests);

            comeAndGo(ground, ROUNDS);

            until(() -> isEmpty(requests));
            long more = liveHeap(ground, requests) - before;
            // What closed connections still hold goes within seconds; a leak does not.
            for (long deadline = System.nanoTime() + PATIENCE.toNanos();
                    more >= SLACK && System.nanoTime() < deadline; ) {
                more = liveHeap(ground, requests) - before;
            }
            assertThat(more).as("bytes more after %,d rounds", ROUNDS).isLessThan(SLACK);
        }
    }

    private static boolean isEmpty(Requests requests) throws IOException, InterruptedException {
        String metrics = requests.sent("GET", "/metrics", "");
        return metrics.contains("porchlight_watch_connections 0.0\n")
                && metrics.contains("porchlight_watch_users 0.0\n");
    }

    private static void comeAndGo(Ground ground, int rounds) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> all = new ArrayList<>();
            for (int first = 0; first < AT_ONCE; first++) {
                int mine = first;
                all.add(threads.submit((Callable<Boolean>) () -> {
                    for (int round = mine; round < rounds; round += AT_ONCE) {
                        round(ground, round);
                    }
                    return true;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
    }

    /** A third breaks off after the first answer, a third before it, and a third says good-bye. */
    private static void round(Ground ground, int round) throws IOException {
        List<String> contacts = IntStream.range(0, CONTACTS)
                .mapToObj(n -> Load.userId((round + 7 * n) % PEOPLE))
                .toList();
        try (Peer peer = new Peer(ground.uri(), ground.token(), "")) {
            peer.say(new Picture().watch(contacts));
            if (round % 3 > 0) {
                assertThat(peer.next(PATIENCE)).contains("\"status\":\"Available\"");
            }
            if (round % 3 == 2) {
                peer.leave();
            } else {
                peer.cut();
            }
        }
    }

    /** The server notices in its own time. */
    private static void until(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("nobody is left").isLessThan(deadline);
        }
    }

    /** Encoded answers are forgotten by the first use after their collection, so there is one in between. */
    private static long liveHeap(Ground ground, Requests requests) throws Exception {
        System.gc();
        comeAndGo(ground, 10 * AT_ONCE);
        until(() -> isEmpty(requests));
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
