package dev.porchlight.engine.port;

import dev.porchlight.engine.authority.Authority;
import dev.porchlight.engine.directory.Directory;

/**
 * One floor: all ports over the same data. Closing it lets what was acknowledged stand and refuses the rest: stages then
 * fail with {@link StoreUnavailableException}. Closing twice is closing once.
 */
public interface Store extends AutoCloseable {
    Ledger ledger();

    Feed feed();

    Alarms alarms();

    Outbox outbox();

    Deliveries deliveries();

    DeliveryLog deliveryLog();

    History history();

    Directory directory();

    Authority authority();

    Archive archive();

    @Override
    void close();
}
