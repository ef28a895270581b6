package dev.porchlight.store.valkey;

import dev.porchlight.engine.port.Store;
import dev.porchlight.testkit.contract.StoreContract;
import dev.porchlight.testkit.valkey.TestValkey;

/** Every port over one server. */
final class ValkeyStoreContractTest extends StoreContract {
    private final OpenedStores stores = new OpenedStores();

    @Override
    protected Store open() {
        return stores.open(TestValkey.uris());
    }

    @Override
    protected Store reopen(Store store) {
        return stores.reopen(store);
    }
}
