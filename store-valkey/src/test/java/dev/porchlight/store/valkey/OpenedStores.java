package dev.porchlight.store.valkey;

import dev.porchlight.engine.port.Store;
import dev.porchlight.store.valkey.line.ValkeyOptions;
import dev.porchlight.testkit.valkey.TestValkey;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Stores under prefixes of their own, which can be opened again over the same keys. */
final class OpenedStores {
    private final Map<Store, ValkeyOptions> opened = new ConcurrentHashMap<>();

    Store open(List<String> uris) {
        return open(new ValkeyOptions(uris, TestValkey.prefix(), 0, ValkeyOptions.PATIENCE));
    }

    Store reopen(Store store) {
        store.close();
        return open(opened.get(store));
    }

    private Store open(ValkeyOptions options) {
        Store store = ValkeyStore.open(options, new SecureRandom(), System::nanoTime);
        opened.put(store, options);
        return store;
    }
}
