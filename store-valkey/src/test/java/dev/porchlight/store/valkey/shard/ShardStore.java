package dev.porchlight.store.valkey.shard;

import dev.porchlight.engine.directory.Directory;
import dev.porchlight.engine.port.Alarms;
import dev.porchlight.engine.port.Feed;
import dev.porchlight.engine.port.History;
import dev.porchlight.engine.port.Ledger;
import dev.porchlight.engine.port.Outbox;
import dev.porchlight.engine.port.Store;
import dev.porchlight.store.memory.MemoryStore;
import dev.porchlight.store.valkey.line.Lines;
import dev.porchlight.testkit.ForwardingStore;
import dev.porchlight.testkit.valkey.Polling;
import dev.porchlight.testkit.valkey.TestValkey;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** The ports of the shards over a real server, as one node; the other ports of the store in memory. */
final class ShardStore extends ForwardingStore {
    private static final Membership.Pace PACE = new Membership.Pace(Duration.ofMillis(20), Duration.ofMillis(500));

    private final MemoryStore others;
    private final String prefix;
    private final Lines lines;
    private final Shards shards;
    private final AtomicLong nanos = new AtomicLong();

    private ShardStore(MemoryStore others, String prefix) {
        super(others);
        this.others = others;
        this.prefix = prefix;
        this.lines = new BareLines(TestValkey.uris().getFirst());
        this.shards = new Shards(lines, prefix, new Random(), nanos::get, PACE);
    }

    static ShardStore open() {
        return new ShardStore(new MemoryStore(), TestValkey.prefix());
    }

    static Store reopen(Store store) {
        ShardStore closing = (ShardStore) store;
        closing.close();
        return new ShardStore(closing.others.reopen(), closing.prefix);
    }

    /** Another node over the same data. */
    ShardStore another() {
        return new ShardStore(others, prefix);
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

    @Override
    public Directory directory() {
        return new RemovingDirectory(super.directory(), shards.removal());
    }

    @Override
    public Ledger ledger() {
        return shards.ledger();
    }

    @Override
    public Feed feed() {
        return shards.feed();
    }

    @Override
    public Alarms alarms() {
        return shards.alarms();
    }

    @Override
    public Outbox outbox() {
        return shards.outbox();
    }

    @Override
    public History history() {
        return shards.history();
    }

    @Override
    public void close() {
        shards.close();
        lines.close();
        super.close();
    }
}
