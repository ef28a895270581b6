package dev.porchlight.store.valkey.failover;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.porchlight.store.valkey.line.ValkeyOptions;
import dev.porchlight.testkit.valkey.RedisCluster;
import dev.porchlight.testkit.valkey.RedisServer;
import dev.porchlight.testkit.valkey.TestValkey;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three nodes over a cluster of six, all under load, while servers are killed, paused and started again. */
class FailOversTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static RedisCluster cluster;

    private final Random random = new Random();

    @BeforeAll
    static void start() {
        assumeTrue(RedisServer.isThere());
        cluster = RedisCluster.start("--appendonly", "yes", "--appendfsync", "always");
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @BeforeEach
    void heal() {
        cluster.awaitHealth();
    }

    @Test
    void killedPrimariesTakeNothingAcknowledgedWithThem() throws InterruptedException {
        try (Ordeal ordeal = ordeal(1)) {
            ordeal.run(this::killPrimary);
            System.out.println(Ordeal.TIMES + " primaries killed: " + ordeal);

            ordeal.watchersAreRight();
            ordeal.nothingIsLost();
        }
    }

    @Test
    void pausedPrimariesTakeNothingAcknowledgedWithThem() throws InterruptedException {
        try (Ordeal ordeal = ordeal(1)) {
            ordeal.run(this::pausePrimary);
            System.out.println(Ordeal.TIMES + " primaries paused: " + ordeal);

            ordeal.watchersAreRight();
            ordeal.nothingIsLost();
        }
    }

    @Test
    void aRestartOfAllServersLosesNothingAcknowledged() throws InterruptedException {
        try (Ordeal ordeal = ordeal(0)) {
            ordeal.run(this::restartAll);
            System.out.println(Ordeal.TIMES + " restarts of all: " + ordeal);

            ordeal.watchersAreRight();
            ordeal.nothingIsLost();
        }
    }

    @Test
    void withoutReplicasToAcknowledgeWatchersAreStillRightInTheEnd() throws InterruptedException {
        try (Ordeal ordeal = ordeal(0)) {
            ordeal.run(this::killPrimary);

            ordeal.watchersAreRight();
            System.out.println(Ordeal.TIMES + " primaries killed, no replica waited for: " + ordeal + ", "
                    + ordeal.lost() + " of them lost");
        }
    }

    private void killPrimary() {
        RedisServer primary = anyPrimary();
        primary.kill();
        cluster.awaitSuccessor(primary);
        primary.restart();
        cluster.awaitHealth();
    }

    private void pausePrimary() {
        RedisServer primary = anyPrimary();
        primary.pause();
        cluster.awaitSuccessor(primary);
        primary.resume();
        cluster.awaitHealth();
    }

    private void restartAll() {
        cluster.members().forEach(RedisServer::kill);
        cluster.members().forEach(RedisServer::restart);
        cluster.awaitHealth();
    }

    private RedisServer anyPrimary() {
        List<RedisServer> primaries = cluster.primaries();
        return primaries.get(random.nextInt(primaries.size()));
    }

    private Ordeal ordeal(int replicas) {
        ValkeyOptions options = new ValkeyOptions(cluster.uris(), TestValkey.prefix(), replicas, PATIENCE);
        return new Ordeal(Collections.nCopies(3, options));
    }
}
