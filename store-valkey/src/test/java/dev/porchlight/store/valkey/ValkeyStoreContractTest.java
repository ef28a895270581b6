package dev.porchlight.store.valkey;

import dev.porchlight.engine.port.Store;
import dev.porchlight.store.valkey.line.ValkeyOptions;
import dev.porchlight.testkit.contract.StoreContract;
import dev.porchlight.testkit.valkey.TestValkey;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Every port over one server. */
final class ValkeyStoreContractTest extends StoreContract {
    private final Map<Store, ValkeyOptions> opened = new ConcurrentHashMap<>();

    @Override
    protected Store open() {
        return open(new ValkeyOptions(TestValkey.uris(), TestValkey.prefix(), 0, ValkeyOptions.PATIENCE));
    }

    private Store open(ValkeyOptions options) {
        Store store = ValkeyStore.open(options, new SecureRandom(), System::nanoTime);
        opened.put(store, options);
        return store;
    }

    @Override
    protected Store reopen(Store store) {
        store.close();
        return open(opened.get(store));
    }
}
