package dev.porchlight.testkit;

import dev.porchlight.engine.port.Store;
import dev.porchlight.store.memory.MemoryStore;
import dev.porchlight.testkit.contract.StoreContract;

class MemoryStoreTest extends StoreContract {
    @Override
    protected Store open() {
        return new MemoryStore();
    }

    @Override
    protected Store reopen(Store store) {
        return ((MemoryStore) store).reopen();
    }
}
