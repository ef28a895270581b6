package dev.porchlight.store.valkey.shard;

import static dev.porchlight.store.valkey.shard.Changes.ADA;
import static dev.porchlight.store.valkey.shard.Changes.NOON;
import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.Feed;
import dev.porchlight.engine.port.Outbox.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes over one store. */
final class NodesTest {
    private static final Duration HOLD = Duration.ofMinutes(1);
    private static final Instant LATER = NOON.plus(Duration.ofHours(1));

    private final ShardStore one = ShardStore.open();
    private final ShardStore other = one.another();

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    @Test
    void whatOneNodeCommitsWatchersOfTheOtherAreToldInOrder() throws InterruptedException {
        BlockingQueue<PresenceEvent> told = new LinkedBlockingQueue<>();
        await(other.feed().watch(ADA, new Feed.Listener() {
            @Override
            public void changed(PresenceEvent event) {
                told.add(event);
            }

            @Override
            public void gap(UserKey user) {
                throw new AssertionError("a gap nobody made");
            }
        }));
        List<PresenceEvent> committed = IntStream.range(0, 10)
                .mapToObj(i -> Objects.requireNonNull(
                        Changes.change((i % 2 == 0 ? one : other).ledger(), ADA).event()))
                .toList();

        List<PresenceEvent> heard = new ArrayList<>();
        while (heard.size() < committed.size()) {
            heard.add(Objects.requireNonNull(told.poll(20, TimeUnit.SECONDS), "the feed told nothing"));
        }
        assertThat(heard).isEqualTo(committed);
    }

    @Test
    void anAlarmOfANodeThatDiedIsRungByTheOther() {
        meet();
        List<UserKey> users = users(40);
        users.forEach(user -> Changes.change(one.ledger(), user, Duration.ofMinutes(1), NOON));
        other.elapse(Duration.ofSeconds(1));
        assertThat(await(other.alarms().due(LATER, 100))).as("its own share").hasSizeBetween(1, 39);

        one.die();
        other.awaitNodes(1);
        other.elapse(Duration.ofSeconds(1));

        assertThat(await(other.alarms().due(LATER, 100))).containsExactlyInAnyOrderElementsOf(users);
    }

    @Test
    void betweenThemTwoNodesRingEveryAlarm() {
        meet();
        List<UserKey> users = users(40);
        users.forEach(user -> Changes.change(one.ledger(), user, Duration.ofMinutes(1), NOON));

        Set<UserKey> rung = new HashSet<>(await(one.alarms().due(LATER, 100)));
        assertThat(rung).as("what a node wrote it rings itself").hasSize(40);
        assertThat(await(other.alarms().due(LATER, 100)))
                .as("looked at just now")
                .isEmpty();
    }

    @Test
    void noEntryOfTheOutboxIsTakenByBoth() {
        users(40).forEach(user -> Changes.change(one.ledger(), user));
        users(40).forEach(user -> Changes.change(other.ledger(), user));

        List<Entry> first = await(one.outbox().take(NOON, 25, HOLD));
        List<Entry> second = await(other.outbox().take(NOON, 25, HOLD));

        assertThat(first).hasSize(25);
        assertThat(second).hasSize(15);
        assertThat(first)
                .extracting(entry -> entry.event().user())
                .doesNotContainAnyElementsOf(
                        second.stream().map(entry -> entry.event().user()).toList());
        await(other.outbox().done(second.getFirst()));
        assertThat(await(one.outbox().take(NOON, 25, HOLD)))
                .extracting(entry -> entry.event().user())
                .containsExactly(second.getFirst().event().user());
    }

    @Test
    void anEntryThatLeftIsKnownToHaveLeft() {
        users(3).forEach(user -> Changes.change(one.ledger(), user));
        List<Entry> taken = await(one.outbox().take(NOON, 3, HOLD));
        await(other.outbox().done(taken.get(1)));

        assertThat(await(one.shards().waiting(taken))).containsExactly(taken.get(0), taken.get(2));
    }

    @Test
    void twoNodesTrimEachItsOwnAndTogetherEverything() {
        meet();
        users(40).forEach(user -> Changes.change(one.ledger(), user));

        long first = await(one.history().trim(LATER));
        long second = await(other.history().trim(LATER));

        assertThat(first).isBetween(1L, 39L);
        assertThat(first + second).isEqualTo(40);
        assertThat(await(one.outbox().trim(LATER)) + await(other.outbox().trim(LATER)))
                .isEqualTo(40);
    }

    private void meet() {
        one.awaitNodes(2);
        other.awaitNodes(2);
        await(one.alarms().next());
        await(other.alarms().next());
    }

    private static List<UserKey> users(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new UserKey("acme", "user-" + i))
                .toList();
    }
}
