package dev.porchlight.store.valkey.shard;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.Alarms;
import dev.porchlight.engine.port.Feed;
import dev.porchlight.engine.port.History;
import dev.porchlight.engine.port.Ledger;
import dev.porchlight.engine.port.Outbox;
import dev.porchlight.rows.Keys;
import dev.porchlight.store.valkey.line.Lines;
import dev.porchlight.store.valkey.line.ValkeyOptions;
import dev.porchlight.testkit.valkey.Polling;
import dev.porchlight.testkit.valkey.TestValkey;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** The ports of the shards over a real server, as one node, whose time is handed in. */
final class ShardStore implements AutoCloseable {
    private static final Membership.Pace PACE = new Membership.Pace(Duration.ofMillis(20), Duration.ofMillis(500));

    private final String prefix;
    private final Lines lines;
    private final Shards shards;
    private final AtomicLong nanos = new AtomicLong();

    private ShardStore(String prefix, UnaryOperator<Lines> between) {
        this.prefix = prefix;
        RandomGenerator random = new Random();
        ValkeyOptions options = new ValkeyOptions(TestValkey.uris(), prefix, 0, ValkeyOptions.PATIENCE);
        this.lines = between.apply(Lines.open(options, "test"));
        this.shards = new Shards(lines, prefix, random, nanos::get, PACE);
    }

    static ShardStore open() {
        return open(UnaryOperator.identity());
    }

    /** @param between what is between the node and its lines */
    static ShardStore open(UnaryOperator<Lines> between) {
        return new ShardStore(TestValkey.prefix(), between);
    }

    /** Another node over the same data. */
    ShardStore another() {
        return new ShardStore(prefix, UnaryOperator.identity());
    }

    Lines lines() {
        return lines;
    }

    Shard shard(UserKey user) {
        return new Spread(prefix).of(Keys.user(user));
    }

    Shards shards() {
        return shards;
    }

    /** Lets time pass between looks. */
    void elapse(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** Waits until the node knows of so many. */
    void awaitNodes(int count) {
        Polling.until(
                count + " nodes are known",
                () -> shards.membership().nodes().toString(),
                () -> shards.membership().nodes().size() == count);
    }

    /** Ends without a word. */
    void die() {
        lines.close();
    }

    Ledger ledger() {
        return shards.ledger();
    }

    Feed feed() {
        return shards.feed();
    }

    Alarms alarms() {
        return shards.alarms();
    }

    Outbox outbox() {
        return shards.outbox();
    }

    History history() {
        return shards.history();
    }

    @Override
    public void close() {
        shards.close();
        lines.close();
    }
}
