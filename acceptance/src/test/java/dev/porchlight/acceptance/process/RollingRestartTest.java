package dev.porchlight.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.porchlight.testkit.valkey.Polling;
import dev.porchlight.testkit.valkey.RedisServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes on one store behind HAProxy, restarted one after the other while people work: no request fails, no update is lost,
 * and every watcher is right again.
 */
@Timeout(240)
class RollingRestartTest {
    private static final int LOOKOUTS = 20;

    @TempDir
    private Path temp;

    @BeforeAll
    static void isInstalled() {
        assumeTrue(RedisServer.isThere() && Balancer.isThere(), "redis-server or haproxy is not installed");
    }

    @Test
    void nobodyNoticesMoreThanAReconnect() throws Exception {
        List<Integer> ports = List.of(RedisServer.freePort(), RedisServer.freePort());
        List<ServerProcess> nodes = new ArrayList<>();
        try (RedisServer redis = RedisServer.start("--appendonly", "yes", "--appendfsync", "always")) {
            for (int port : ports) {
                nodes.add(node(redis, port));
            }
            try (Balancer balancer = Balancer.start(temp, RedisServer.freePort(), ports)) {
                restartUnderLoad(redis, ports, nodes, balancer);
            }
        } finally {
            for (ServerProcess node : nodes) {
                node.close();
            }
        }
    }

    private void restartUnderLoad(RedisServer redis, List<Integer> ports, List<ServerProcess> nodes, Balancer balancer)
            throws Exception {
        Crowd crowd = Crowd.of(16);
        Books books = new Books(crowd);
        try (Connection connection = balancer.connect()) {
            crowd.signIn(connection);
            connection.addSignedIn("probe");
            books.open(connection);
        }
        List<Lookout> lookouts = IntStream.range(0, LOOKOUTS)
                .mapToObj(i -> new Lookout(balancer.uri(), List.of("probe")))
                .toList();
        try (Rush rush = Rush.through(balancer::connect, crowd)) {
            Probe probe = new Probe(balancer, lookouts);
            probe.look();
            for (int i = 0; i < ports.size(); i++) {
                ServerProcess leaving = nodes.get(i);
                leaving.terminate();
                while (leaving.isRunning()) {
                    probe.look();
                }
                assertThat(leaving.exit()).as(leaving.errors()).isZero();
                nodes.set(i, node(redis, ports.get(i)));
                awaitUp(balancer, i + 1);
                probe.look();
            }
            rush.awaitAcknowledgements(200);
            assertThat(rush.end()).as(balancer.said()).containsOnly(Rush.Ending.TOLD);
            assertThat(rush.wasRefusedAny()).isFalse();
            System.out.printf(
                    "Rolling restart of %d nodes: %,d updates, none lost; %d watchers came back %d times; longest wrong answer"
                            + " %,d ms%n",
                    ports.size(),
                    rush.acknowledged(),
                    LOOKOUTS,
                    lookouts.stream().mapToInt(Lookout::reconnects).sum(),
                    probe.longestMillis());
        } finally {
            lookouts.forEach(Lookout::close);
        }
        try (Connection connection = balancer.connect()) {
            books.check(connection);
        }
    }

    /** HAProxy has taken the node for down, and takes it for up again. */
    private static void awaitUp(Balancer balancer, int times) {
        Polling.until(
                "the node is up again",
                balancer::said,
                () -> balancer.said()
                                .lines()
                                .filter(line -> line.contains("is UP"))
                                .count()
                        >= times);
    }

    private ServerProcess node(RedisServer redis, int port) throws IOException {
        return ServerProcess.node(temp.resolve("node-" + port), port, redis.uri(), "--leave", "4s");
    }

    /** Changes one user again and again, and sees how long it takes until all who watch are right. */
    private static final class Probe {
        private final Balancer balancer;
        private final List<Lookout> lookouts;
        private long longest;
        private boolean busy;

        Probe(Balancer balancer, List<Lookout> lookouts) {
            this.balancer = balancer;
            this.lookouts = lookouts;
        }

        void look() throws IOException, InterruptedException {
            busy = !busy;
            String status = busy ? "Busy" : "Away";
            try (Connection connection = balancer.connect()) {
                Reply reply = connection.put("/v2/users/probe/presence_status", "{\"status\":\"" + status + "\"}");
                assertThat(reply.status()).as(reply + balancer.said()).isEqualTo(204);
            }
            for (Lookout lookout : lookouts) {
                longest = Math.max(longest, lookout.nanosUntil("probe", status));
            }
        }

        long longestMillis() {
            return TimeUnit.NANOSECONDS.toMillis(longest);
        }
    }
}
