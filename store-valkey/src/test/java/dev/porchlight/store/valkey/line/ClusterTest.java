package dev.porchlight.store.valkey.line;

import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.porchlight.testkit.valkey.RedisCluster;
import dev.porchlight.testkit.valkey.RedisServer;
import io.lettuce.core.cluster.SlotHash;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClusterTest {
    private static RedisCluster cluster;
    private Fixture store;

    @BeforeAll
    static void start() {
        assumeTrue(RedisServer.isThere());
        cluster = RedisCluster.start();
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @BeforeEach
    void open() {
        cluster.awaitHealth();
        cluster.primaries().forEach(primary -> primary.ask("FLUSHALL"));
        store = Fixture.open(
                1,
                Duration.ofSeconds(15),
                cluster.uris().getFirst(),
                cluster.uris().getLast());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void everySlotIsFoundWhereItLives() {
        addToEach();

        assertThat(cluster.primaries())
                .allSatisfy(primary ->
                        assertThat(Long.parseLong(primary.ask("DBSIZE"))).isPositive());
        assertThat(IntStream.range(0, 50).mapToObj(i -> store.sum("tag" + i))).containsOnly("1");
    }

    @Test
    void aKilledPrimaryIsReplacedAndNothingIsDoneTwice() {
        Heard ear = new Heard();
        RedisServer primary = primaryOf("a");
        await(store.lines().listen(Fixture.bytes("t:{a}:c"), ear));
        addToEach();
        await(store.add("a", 1));
        primary.kill();
        List<CompletionStage<Long>> sums =
                IntStream.range(0, 50).mapToObj(i -> store.add("tag" + i, 1)).toList();
        CompletionStage<Long> sum = store.add("a", 1);
        cluster.awaitSuccessor(primary);
        // A change needs a replica too, and the new primary has none before the old one comes back.
        primary.restart();
        assertThat(await(sum)).isEqualTo(2);
        assertThat(sums.stream().map(each -> await(each))).containsOnly(2L);
        ear.awaitGap(1);
        await(store.add("a", 1, "t:{a}:c"));
        ear.awaitCount(1);
    }

    @Test
    void aSlotThatMovesTakesItsChangesAndEarsAlong() {
        Heard ear = new Heard();
        await(store.lines().listen(Fixture.bytes("t:{a}:c"), ear));
        await(store.add("a", 1));
        move(slot("a"), primaryOf("a"));
        ear.awaitGap(1);

        assertThat(await(store.add("a", 1, "t:{a}:c"))).isEqualTo(2);
        ear.awaitCount(1);
    }

    @Test
    void whileASlotIsMovingItsKeysAreFoundOnEitherSide() {
        await(store.add("a", 1));
        RedisServer from = primaryOf("a");
        RedisServer to = other(from);
        begin(slot("a"), from, to);

        assertThat(await(store.add("a", 1))).as("still there").isEqualTo(2);
        migrate(from, to);
        assertThat(await(store.add("a", 1))).as("gone ahead").isEqualTo(3);
        assertThat(store.sum("a")).isEqualTo("3");
        finish(slot("a"), from, to);
        assertThat(await(store.add("a", 1))).as("moved").isEqualTo(4);
    }

    private void addToEach() {
        IntStream.range(0, 50).mapToObj(i -> store.add("tag" + i, 1)).toList().forEach(sum -> await(sum));
    }

    private static int slot(String tag) {
        return SlotHash.getSlot("t:{" + tag + "}:sum");
    }

    private static RedisServer primaryOf(String tag) {
        return cluster.primaries().stream()
                .filter(primary -> !primary.ask("GET", "t:{" + tag + "}:sum").startsWith("-MOVED"))
                .findFirst()
                .orElseThrow();
    }

    private static RedisServer other(RedisServer primary) {
        return cluster.primaries().stream()
                .filter(other -> other.port() != primary.port())
                .findFirst()
                .orElseThrow();
    }

    private static void move(int slot, RedisServer from) {
        RedisServer to = other(from);
        begin(slot, from, to);
        migrate(from, to);
        finish(slot, from, to);
    }

    private static void begin(int slot, RedisServer from, RedisServer to) {
        to.ask("CLUSTER", "SETSLOT", "" + slot, "IMPORTING", from.ask("CLUSTER", "MYID"));
        from.ask("CLUSTER", "SETSLOT", "" + slot, "MIGRATING", to.ask("CLUSTER", "MYID"));
    }

    private static void migrate(RedisServer from, RedisServer to) {
        from.ask("MIGRATE", "127.0.0.1", "" + to.port(), "", "0", "5000", "KEYS", "t:{a}:sum", "t:{a}:names");
    }

    private static void finish(int slot, RedisServer from, RedisServer to) {
        String id = to.ask("CLUSTER", "MYID");
        to.ask("CLUSTER", "SETSLOT", "" + slot, "NODE", id);
        from.ask("CLUSTER", "SETSLOT", "" + slot, "NODE", id);
    }
}
