package dev.porchlight.store.embedded;

import dev.porchlight.engine.port.Store;
import dev.porchlight.testkit.contract.StoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreTest extends StoreContract {
    @TempDir
    private Path folder;

    @Override
    protected Store open() {
        return EmbeddedStore.open(folder, StoreOptions.DEFAULTS);
    }

    @Override
    protected Store reopen(Store closing) {
        closing.close();
        return open();
    }
}
