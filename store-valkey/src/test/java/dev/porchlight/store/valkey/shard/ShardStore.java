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
import dev.porchlight.testkit.valkey.TestValkey;
import java.util.Random;

/** The ports of the shards over a real server; the other ports of the store in memory. */
final class ShardStore extends ForwardingStore {
    private final MemoryStore others;
    private final String prefix;
    private final Lines lines;
    final Shards shards;

    private ShardStore(MemoryStore others, String prefix) {
        super(others);
        this.others = others;
        this.prefix = prefix;
        this.lines = new BareLines(TestValkey.uris().getFirst());
        this.shards = new Shards(lines, prefix, new Random(), System::nanoTime, Membership.Pace.USUAL);
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
