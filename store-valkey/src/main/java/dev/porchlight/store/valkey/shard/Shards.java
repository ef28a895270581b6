package dev.porchlight.store.valkey.shard;

import dev.porchlight.engine.port.Alarms;
import dev.porchlight.engine.port.Feed;
import dev.porchlight.engine.port.History;
import dev.porchlight.engine.port.Ledger;
import dev.porchlight.engine.port.Outbox;
import dev.porchlight.store.valkey.line.Lines;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** What lies in the shards, as ports of the store, for one node. */
public final class Shards implements AutoCloseable {
    private final Membership membership;
    private final ShardLedger ledger;
    private final ShardFeed feed;
    private final ShardAlarms alarms;
    private final ShardOutbox outbox;
    private final ShardHistory history;
    private final Removal removal;
    private final ShardArchive archive;

    /**
     * Opens them, and tells the store from now on that this node lives.
     *
     * @param prefix what every key begins with
     * @param random for names that no other node has
     * @param nanos time that passes, as {@link System#nanoTime}
     */
    public Shards(Lines lines, String prefix, RandomGenerator random, LongSupplier nanos, Membership.Pace pace) {
        Spread spread = new Spread(prefix);
        String node = HexFormat.of().toHexDigits(random.nextLong());
        membership = new Membership(lines, prefix, node, pace);
        alarms = new ShardAlarms(lines, spread, membership::owns, nanos);
        outbox = new ShardOutbox(lines, spread, membership::owns, nanos, random.nextLong());
        ledger = new ShardLedger(lines, spread, alarms, outbox, random.nextLong());
        feed = new ShardFeed(lines, spread);
        history = new ShardHistory(lines, spread, membership::owns);
        removal = new Removal(lines, spread, ledger);
        archive = new ShardArchive(lines, spread, ledger, alarms, random.nextLong());
        membership.start();
    }

    public Ledger ledger() {
        return ledger;
    }

    public Feed feed() {
        return feed;
    }

    public Alarms alarms() {
        return alarms;
    }

    public Outbox outbox() {
        return outbox;
    }

    /** Of some entries of the outbox those that are still there, in the order given. */
    public CompletionStage<List<Outbox.Entry>> waiting(List<Outbox.Entry> entries) {
        return outbox.waiting(entries);
    }

    public History history() {
        return history;
    }

    public Removal removal() {
        return removal;
    }

    public ShardArchive archive() {
        return archive;
    }

    public Membership membership() {
        return membership;
    }

    /** Tells the store that this node leaves. */
    @Override
    public void close() {
        membership.close();
    }
}
