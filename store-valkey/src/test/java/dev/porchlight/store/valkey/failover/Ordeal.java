package dev.porchlight.store.valkey.failover;

import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.Store;
import dev.porchlight.engine.watch.Shown;
import dev.porchlight.store.valkey.line.ValkeyOptions;
import dev.porchlight.testkit.valkey.Polling;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Nodes under load over one store, while something is done to it, and what is right afterwards. */
final class Ordeal implements AutoCloseable {
    /** {@code -Dporchlight.failovers=20} makes it as many. */
    static final int TIMES = Integer.getInteger("porchlight.failovers", 2);

    private static final int USERS = 200;
    private static final Duration APART = Duration.ofSeconds(2);
    private static final Duration RIGHT_WITHIN = Duration.ofSeconds(15);

    private final List<UserKey> users = IntStream.range(0, USERS)
            .mapToObj(i -> new UserKey("acme", "user-" + i))
            .toList();
    private final Acknowledged acknowledged = new Acknowledged();
    private final List<LoadedNode> nodes;

    /** One node for each of the options; the clock of each is two seconds ahead of the one before. */
    Ordeal(List<ValkeyOptions> options) {
        nodes = IntStream.range(0, options.size())
                .mapToObj(i -> new LoadedNode(options.get(i), users, acknowledged, APART.multipliedBy(i - 1)))
                .toList();
    }

    /** Makes the trouble as often as is asked for, and lets the writers end. */
    void run(Runnable trouble) throws InterruptedException {
        nodes.getFirst().signIn();
        nodes.forEach(LoadedNode::begin);
        for (int i = 0; i < TIMES; i++) {
            awaitChanges();
            trouble.run();
        }
        awaitChanges();
        for (LoadedNode node : nodes) {
            node.end();
        }
    }

    /** Returns once the nodes have got on. */
    void awaitChanges() {
        int before = acknowledged.count();
        Polling.until("changes are acknowledged", () -> acknowledged.count() > before + USERS);
    }

    /** Every watcher of every node comes to know what is stored. */
    void watchersAreRight() {
        Instant ended = Instant.now();
        for (LoadedNode node : nodes) {
            Polling.until(
                    "every watcher is right",
                    () -> "but " + wrong(node),
                    () -> wrong(node).isEmpty());
        }
        assertThat(Duration.between(ended, Instant.now())).isLessThan(RIGHT_WITHIN);
        assertThat(acknowledged.unexpected()).isEmpty();
    }

    /** Everything acknowledged is in the histories as it was acknowledged, and no revision is missing or taken twice. */
    void nothingIsLost() {
        assertThat(acknowledged.twice()).as("acknowledged twice").isEmpty();
        assertThat(users).allSatisfy(user -> {
            List<PresenceEvent> history = history(user);
            long last = await(store().ledger().read(user)).revision();

            assertThat(history).containsAll(acknowledged.of(user).values());
            assertThat(history.stream().map(PresenceEvent::revision))
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, last).boxed().toList());
        });
    }

    long lost() {
        return users.stream()
                .mapToLong(user -> {
                    List<PresenceEvent> history = history(user);
                    return acknowledged.of(user).values().stream()
                            .filter(event -> !history.contains(event))
                            .count();
                })
                .sum();
    }

    private List<PresenceEvent> history(UserKey user) {
        return await(store().history().between(user, Instant.EPOCH, Instant.MAX, Integer.MAX_VALUE));
    }

    private Store store() {
        return nodes.getFirst().store();
    }

    private List<String> wrong(LoadedNode node) {
        Map<UserKey, Presence> truth = await(store().ledger().readAll(users));
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

    @Override
    public String toString() {
        return acknowledged.toString();
    }

    @Override
    public void close() {
        nodes.forEach(LoadedNode::close);
    }
}
