package dev.porchlight.store.valkey;

import dev.porchlight.engine.authority.Authority;
import dev.porchlight.engine.directory.Directory;
import dev.porchlight.engine.port.Alarms;
import dev.porchlight.engine.port.Archive;
import dev.porchlight.engine.port.Deliveries;
import dev.porchlight.engine.port.DeliveryLog;
import dev.porchlight.engine.port.Feed;
import dev.porchlight.engine.port.History;
import dev.porchlight.engine.port.Ledger;
import dev.porchlight.engine.port.Outbox;
import dev.porchlight.engine.port.Store;
import dev.porchlight.store.valkey.dir.Dir;
import dev.porchlight.store.valkey.line.Lines;
import dev.porchlight.store.valkey.line.ValkeyOptions;
import dev.porchlight.store.valkey.shard.Membership;
import dev.porchlight.store.valkey.shard.Shards;
import java.util.HexFormat;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * The floor of many nodes: what one node sees of a store that others see too. It does not promise that what is acknowledged
 * outlives the store's own machines: that is for the settings of the store, and {@link ValkeyOptions#replicasAcknowledge}.
 */
public final class ValkeyStore implements Store {
    private static final System.Logger LOG = System.getLogger(ValkeyStore.class.getName());

    private final Lines lines;
    private final Shards shards;
    private final Dir dir;
    private final Archive archive;
    private volatile boolean closed;

    /**
     * A node's store over lines that are open; closing it closes them.
     *
     * @param random for names that no other node has
     * @param nanos time that passes, as {@link System#nanoTime}
     */
    ValkeyStore(Lines lines, String prefix, RandomGenerator random, LongSupplier nanos, Membership.Pace pace) {
        this.lines = lines;
        shards = new Shards(lines, prefix, random, nanos, pace);
        dir = new Dir(lines, prefix, random, new Beyond(shards));
        archive = new ValkeyArchive(dir, shards.archive());
    }

    /**
     * Begins to look for the store, and answers at once: {@link #ready} tells whether it was found.
     *
     * @param random for names that no other node has; any thread may ask it
     * @param nanos time that passes, as {@link System#nanoTime}
     */
    public static ValkeyStore open(ValkeyOptions options, RandomGenerator random, LongSupplier nanos) {
        String node = HexFormat.of().toHexDigits(random.nextInt());
        ValkeyStore store =
                new ValkeyStore(Lines.open(options, node), options.prefix(), random, nanos, Membership.Pace.USUAL);
        store.finish();
        return store;
    }

    /** Completes when the store answers; fails with what is wrong, in an operator's words. */
    public CompletionStage<Void> ready() {
        return lines.ready();
    }

    /** What a node began and did not live to finish. Where that fails now, it is finished when the next one needs it. */
    private void finish() {
        dir.finish().whenComplete((done, failure) -> {
            if (failure != null && !closed) {
                LOG.log(System.Logger.Level.WARNING, "Removals that were under way are not finished yet", failure);
            }
        });
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
    public Deliveries deliveries() {
        return dir.deliveries();
    }

    @Override
    public DeliveryLog deliveryLog() {
        return dir.deliveryLog();
    }

    @Override
    public History history() {
        return shards.history();
    }

    @Override
    public Directory directory() {
        return dir.directory();
    }

    @Override
    public Authority authority() {
        return dir.authority();
    }

    @Override
    public Archive archive() {
        return archive;
    }

    @Override
    public void close() {
        closed = true;
        dir.close();
        shards.close();
        lines.close();
    }
}
