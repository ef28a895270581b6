package dev.porchlight.store.valkey.failover;

import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.watch.Shown;
import dev.porchlight.store.valkey.line.ValkeyOptions;
import dev.porchlight.testkit.valkey.Polling;
import dev.porchlight.testkit.valkey.RedisCluster;
import dev.porchlight.testkit.valkey.RedisServer;
import dev.porchlight.testkit.valkey.TestValkey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Three nodes over a cluster of six, all under load, while servers are killed, paused and started again. {@code
 * -Dporchlight.failovers=20} makes it as many.
 */
class FailOversTest {
    private static final int FAIL_OVERS = Integer.getInteger("porchlight.failovers", 2);
    private static final int USERS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration RIGHT_WITHIN = Duration.ofSeconds(15);

    private static RedisCluster cluster;

    private final Random random = new Random();
    private final List<UserKey> users = IntStream.range(0, USERS)
            .mapToObj(i -> new UserKey("acme", "user-" + i))
            .toList();

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

    @Test
    void killedPrimariesTakeNothingAcknowledgedWithThem() throws InterruptedException {
        Acknowledged acknowledged = underLoad(1, () -> {
            RedisServer primary = anyPrimary();
            primary.kill();
            cluster.awaitSuccessor(primary);
            primary.restart();
        });

        System.out.println(FAIL_OVERS + " primaries killed: " + acknowledged);
    }

    @Test
    void pausedPrimariesTakeNothingAcknowledgedWithThem() throws InterruptedException {
        Acknowledged acknowledged = underLoad(1, () -> {
            RedisServer primary = anyPrimary();
            primary.pause();
            cluster.awaitSuccessor(primary);
            primary.resume();
        });

        System.out.println(FAIL_OVERS + " primaries paused: " + acknowledged);
    }

    @Test
    void aRestartOfAllServersLosesNothingAcknowledged() throws InterruptedException {
        Acknowledged acknowledged = underLoad(0, () -> {
            cluster.members().forEach(RedisServer::kill);
            cluster.members().forEach(RedisServer::restart);
        });

        System.out.println(FAIL_OVERS + " restarts of all: " + acknowledged);
    }

    private RedisServer anyPrimary() {
        List<RedisServer> primaries = cluster.primaries();
        return primaries.get(random.nextInt(primaries.size()));
    }

    private Acknowledged underLoad(int replicas, Runnable trouble) throws InterruptedException {
        cluster.awaitHealth();
        Acknowledged acknowledged = new Acknowledged();
        ValkeyOptions options = new ValkeyOptions(cluster.uris(), TestValkey.prefix(), replicas, PATIENCE);
        List<LoadedNode> nodes = IntStream.range(0, 3)
                .mapToObj(i -> new LoadedNode(options, users, acknowledged))
                .toList();
        try {
            nodes.getFirst().signIn();
            nodes.forEach(LoadedNode::begin);
            for (int i = 0; i < FAIL_OVERS; i++) {
                int before = acknowledged.count();
                Polling.until("changes are acknowledged", () -> acknowledged.count() > before + USERS);
                trouble.run();
                cluster.awaitHealth();
            }
            for (LoadedNode node : nodes) {
                node.end();
            }
            check(nodes, acknowledged);
        } finally {
            nodes.forEach(LoadedNode::close);
        }
        return acknowledged;
    }

    private void check(List<LoadedNode> nodes, Acknowledged acknowledged) {
        Instant ended = Instant.now();
        for (LoadedNode node : nodes) {
            Polling.until(
                    "every watcher is right",
                    () -> "but " + wrong(node),
                    () -> wrong(node).isEmpty());
        }
        assertThat(Duration.between(ended, Instant.now())).isLessThan(RIGHT_WITHIN);
        assertThat(acknowledged.unexpected()).isEmpty();
        assertThat(acknowledged.twice()).as("acknowledged twice").isEmpty();
        assertThat(users).allSatisfy(user -> checkHistory(nodes.getLast(), user, acknowledged.of(user)));
    }

    /** Everything acknowledged is in it as it was acknowledged, and no revision is missing. */
    private static void checkHistory(LoadedNode node, UserKey user, Map<Long, PresenceEvent> acknowledged) {
        Presence presence = await(node.store().ledger().read(user));
        List<PresenceEvent> history =
                await(node.store().history().between(user, Instant.EPOCH, Instant.MAX, Integer.MAX_VALUE));

        assertThat(history).containsAll(acknowledged.values());
        assertThat(history.stream().map(PresenceEvent::revision))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, (int) presence.revision())
                        .mapToObj(revision -> (long) revision)
                        .toList());
    }

    private List<String> wrong(LoadedNode node) {
        Map<UserKey, Presence> truth = await(node.store().ledger().readAll(users));
        List<String> wrong = new ArrayList<>();
        truth.forEach((user, presence) -> {
            Shown right = Shown.by(presence);
            Shown seen = node.seen(user).orElse(null);
            if (seen == null
                    || seen.revision() != right.revision()
                    || !seen.answer().equals(right.answer())) {
                wrong.add(user + ": " + seen + " (expected: " + right + ")");
            }
        });
        return wrong;
    }
}
