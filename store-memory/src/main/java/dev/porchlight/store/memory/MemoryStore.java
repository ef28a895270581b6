package dev.porchlight.store.memory;

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

/**
 * All ports over plain maps under one lock: the oracle that the other stores are held against, and the store of tests.
 * Every stage is complete when it is returned. Nothing outlives the process.
 */
public final class MemoryStore implements Store {
    private final MemoryState state;
    private final Gate gate;
    private final MemoryFeed feed = new MemoryFeed();

    /** An empty store. */
    public MemoryStore() {
        this(new MemoryState());
    }

    private MemoryStore(MemoryState state) {
        this.state = state;
        this.gate = new Gate(state);
    }

    /** Closes this store and opens another over the same data, as a restart would. */
    public MemoryStore reopen() {
        close();
        return new MemoryStore(state);
    }

    @Override
    public Ledger ledger() {
        return new MemoryLedger(state, gate, feed);
    }

    @Override
    public Feed feed() {
        return feed;
    }

    @Override
    public Alarms alarms() {
        return new MemoryAlarms(state, gate);
    }

    @Override
    public Outbox outbox() {
        return new MemoryOutbox(state, gate);
    }

    @Override
    public Deliveries deliveries() {
        return new MemoryDeliveries(state, gate);
    }

    @Override
    public DeliveryLog deliveryLog() {
        return new MemoryDeliveryLog(state, gate);
    }

    @Override
    public History history() {
        return new MemoryHistory(state, gate);
    }

    @Override
    public Directory directory() {
        return new MemoryDirectory(
                new MemoryAccounts(state, gate),
                new MemoryUsers(state, gate, feed),
                new MemoryApps(state, gate),
                new MemoryTokens(state, gate),
                new MemorySubscriptions(state, gate));
    }

    @Override
    public Authority authority() {
        return new MemoryAuthority(
                new MemoryGrants(state, gate), new MemoryPasswords(state, gate), new MemorySigningKeys(state, gate));
    }

    @Override
    public Archive archive() {
        return new MemoryArchive(state, gate, new MemoryUsers(state, gate, feed));
    }

    @Override
    public void close() {
        gate.close();
    }
}
