package dev.porchlight.server;

import dev.porchlight.store.valkey.ValkeyStore;
import dev.porchlight.store.valkey.line.ValkeyOptions;
import java.security.SecureRandom;
import java.util.concurrent.CompletionException;

/** The store that several nodes share, as the settings say. */
final class SharedStore {
    private SharedStore() {}

    /**
     * Opens it, and looks whether it can be used.
     *
     * @throws dev.porchlight.engine.port.StoreUnavailableException with what is wrong and what to do
     */
    static ValkeyStore open(SharedSettings settings) {
        ValkeyOptions options = new ValkeyOptions(
                settings.servers(), settings.prefix(), settings.replicasAcknowledge(), settings.patience());
        ValkeyStore store = ValkeyStore.open(options, new SecureRandom(), System::nanoTime);
        try {
            store.ready().toCompletableFuture().join();
            return store;
        } catch (CompletionException e) {
            store.close();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
