package dev.porchlight.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.porchlight.testkit.valkey.RedisServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one store, of which one is killed in the middle of the work, again and again. */
@Timeout(600)
class KilledNodesTest {
    private static final int KILLS = Integer.getInteger("porchlight.kills", 2);
    private static final long SEED = Long.getLong("porchlight.seed", new Random().nextLong());
    private static final int MAX_UPDATES = 1_000;
    private static final int LOOKOUTS = 10;

    private final Random random = new Random(SEED);
    private final Crowd crowd = Crowd.of(32);
    private final Books books = new Books(crowd);
    private final List<Integer> ports = List.of(RedisServer.freePort(), RedisServer.freePort());
    private final List<ServerProcess> nodes = new ArrayList<>();
    private long acknowledged;

    @TempDir
    private Path temp;

    @BeforeAll
    static void isInstalled() {
        assumeTrue(RedisServer.isThere() && Balancer.isThere(), "redis-server or haproxy is not installed");
    }

    @Test
    void whatANodeAcknowledgedOutlivesItAndWatchersAreRightElsewhere() throws Exception {
        System.out.printf("porchlight.kills=%d porchlight.seed=%d%n", KILLS, SEED);
        try (RedisServer redis = RedisServer.start("--appendonly", "yes", "--appendfsync", "always")) {
            for (int port : ports) {
                nodes.add(node(redis, port));
            }
            try (Balancer balancer = Balancer.start(temp, RedisServer.freePort(), ports)) {
                begin();
                for (int kill = 0; kill < KILLS; kill++) {
                    int victim = random.nextInt(nodes.size());
                    // New ones each time: a client that is cut off every few seconds stays away for longer and longer.
                    List<Lookout> lookouts = IntStream.range(0, LOOKOUTS)
                            .mapToObj(i -> new Lookout(balancer.uri(), List.of("probe")))
                            .toList();
                    killAtWork(victim);
                    checkOn(nodes.get(1 - victim), lookouts, kill);
                    lookouts.forEach(Lookout::close);
                    nodes.set(victim, node(redis, ports.get(victim)));
                }
            }
        } finally {
            for (ServerProcess node : nodes) {
                node.close();
            }
        }
        System.out.printf("%d killed nodes outlived by %d acknowledged updates%n", KILLS, acknowledged);
    }

    @Test
    void aNodeThatStoodStillIsRightWhenItGoesOn() throws Exception {
        try (RedisServer redis = RedisServer.start();
                ServerProcess paused = node(redis, ports.getFirst());
                ServerProcess other = node(redis, ports.getLast());
                Connection connection = other.connect()) {
            connection.addSignedIn("ada");
            try (Lookout lookout = new Lookout(paused.uri(), List.of("ada"))) {
                set(connection, "ada", "Busy");
                lookout.nanosUntil("ada", "Busy");

                paused.pause();
                set(connection, "ada", "Away");
                set(connection, "ada", "Presenting");
                paused.resume();

                lookout.nanosUntil("ada", "Presenting");
                try (Connection late = paused.connect()) {
                    set(late, "ada", "Busy");
                }
                assertThat(connection.presence("ada").status()).isEqualTo("Busy");
            }
        }
    }

    private void begin() throws IOException {
        try (Connection connection = nodes.getFirst().connect()) {
            crowd.signIn(connection);
            connection.addSignedIn("probe");
            books.open(connection);
        }
    }

    private void killAtWork(int victim) throws Exception {
        ServerProcess killed = nodes.get(victim);
        try (Rush rush = Rush.on(killed, crowd)) {
            rush.awaitAcknowledgements(1 + random.nextInt(MAX_UPDATES));
            killed.kill();
            assertThat(rush.endings()).containsOnly(Rush.Ending.CUT_OFF);
            assertThat(rush.wasRefusedAny()).isFalse();
            acknowledged += rush.acknowledged();
        }
        assertThat(killed.exit()).as("SIGKILL").isEqualTo(128 + 9);
    }

    /** The other node has everything, and whoever watches is told by it. */
    private void checkOn(ServerProcess other, List<Lookout> lookouts, int kill) throws Exception {
        String status = kill % 2 == 0 ? "Busy" : "Away";
        try (Connection connection = other.connect()) {
            set(connection, "probe", status);
            books.check(connection);
        }
        for (Lookout lookout : lookouts) {
            lookout.nanosUntil("probe", status);
        }
    }

    private static void set(Connection connection, String user, String status) throws IOException {
        Reply reply = connection.put("/v2/users/" + user + "/presence_status", "{\"status\":\"" + status + "\"}");
        assertThat(reply.status()).as(reply.toString()).isEqualTo(204);
    }

    private ServerProcess node(RedisServer redis, int port) throws IOException {
        return ServerProcess.node(temp.resolve("node-" + port), port, redis.uri());
    }
}
