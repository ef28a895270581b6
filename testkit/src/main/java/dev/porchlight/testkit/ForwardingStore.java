package dev.porchlight.testkit;

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

/** Another store in all its ports, for tests that put something else in the place of one. */
public class ForwardingStore implements Store {
    private final Store store;

    protected ForwardingStore(Store store) {
        this.store = store;
    }

    @Override
    public Ledger ledger() {
        return store.ledger();
    }

    @Override
    public Feed feed() {
        return store.feed();
    }

    @Override
    public Alarms alarms() {
        return store.alarms();
    }

    @Override
    public Outbox outbox() {
        return store.outbox();
    }

    @Override
    public Deliveries deliveries() {
        return store.deliveries();
    }

    @Override
    public DeliveryLog deliveryLog() {
        return store.deliveryLog();
    }

    @Override
    public History history() {
        return store.history();
    }

    @Override
    public Directory directory() {
        return store.directory();
    }

    @Override
    public Authority authority() {
        return store.authority();
    }

    @Override
    public Archive archive() {
        return store.archive();
    }

    @Override
    public void close() {
        store.close();
    }
}
