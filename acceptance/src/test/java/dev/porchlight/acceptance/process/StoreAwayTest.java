package dev.porchlight.acceptance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.porchlight.testkit.valkey.Polling;
import dev.porchlight.testkit.valkey.RedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A node whose store stands still, or is killed, and comes back. */
@Timeout(120)
class StoreAwayTest {
    @TempDir
    private Path temp;

    @BeforeAll
    static void isInstalled() {
        assumeTrue(RedisServer.isThere(), "redis-server is not installed");
    }

    @Test
    void requestsWaitSoLongAndAreThenToldToComeAgainAndWatchersStay() throws Exception {
        try (RedisServer redis = RedisServer.start("--appendonly", "yes", "--appendfsync", "always");
                ServerProcess node = node(redis);
                Connection connection = node.connect()) {
            connection.addSignedIn("ada");
            try (Lookout lookout = new Lookout(node.uri(), List.of("ada"))) {
                set(connection, "Busy", 204);
                lookout.nanosUntil("ada", "Busy");

                redis.pause();
                long asked = System.nanoTime();
                Reply refused = set(connection, "Away", 503);
                assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(8));
                assertThat(refused.headers()).containsKey("retry-after");
                assertThat(connection.get("/health/ready").status()).isEqualTo(503);
                assertThat(connection.get("/health/live").status()).isEqualTo(200);
                redis.resume();
                awaitReady(connection);
                set(connection, "Presenting", 204);
                lookout.nanosUntil("ada", "Presenting");

                redis.kill();
                assertThat(connection.get("/health/ready").status()).isEqualTo(503);
                redis.restart();
                awaitReady(connection);
                assertThat(connection.presence("ada").status()).isEqualTo("Presenting");
                set(connection, "Away", 204);
                lookout.nanosUntil("ada", "Away");

                assertThat(lookout.reconnects()).isZero();
            }
        }
    }

    private static Reply set(Connection connection, String status, int expected) throws IOException {
        Reply reply = connection.put("/v2/users/ada/presence_status", "{\"status\":\"" + status + "\"}");
        assertThat(reply.status()).as(reply.toString()).isEqualTo(expected);
        return reply;
    }

    private static void awaitReady(Connection connection) {
        Polling.until("the node is ready again", () -> {
            try {
                return connection.get("/health/ready").status() == 200;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private ServerProcess node(RedisServer redis) throws IOException {
        return ServerProcess.node(temp.resolve("node"), 0, redis.uri(), "--store-wait", "1s");
    }
}
