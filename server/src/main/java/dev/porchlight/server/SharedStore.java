package dev.porchlight.server;

import dev.porchlight.engine.Failures;
import dev.porchlight.engine.port.StoreUnavailableException;
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
     * @throws StoreUnavailableException with what is wrong and what to do
     */
    static ValkeyStore open(SharedSettings settings) {
        ValkeyOptions options = new ValkeyOptions(
                settings.servers(),
                settings.prefix(),
                settings.replicasAcknowledge(),
                settings.patience(),
                settings.authorities());
        ValkeyStore store = ValkeyStore.open(options, new SecureRandom(), System::nanoTime);
        try {
            store.ready().toCompletableFuture().join();
            return store;
        } catch (CompletionException e) {
            store.close();
            Throwable cause = Failures.cause(e);
            throw new StoreUnavailableException(
                    "Cannot use the store at " + settings.places() + ": " + cause.getMessage(), cause);
        }
    }
}
