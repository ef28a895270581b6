package dev.porchlight.store.valkey;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.porchlight.engine.port.Store;
import dev.porchlight.store.valkey.line.ValkeyOptions;
import dev.porchlight.testkit.contract.StoreContract;
import dev.porchlight.testkit.valkey.RedisCluster;
import dev.porchlight.testkit.valkey.RedisServer;
import dev.porchlight.testkit.valkey.TestValkey;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Every port over a cluster, where the directory and the shards lie on several primaries. */
final class ClusterStoreContractTest extends StoreContract {
    private static RedisCluster cluster;
    private final Map<Store, ValkeyOptions> opened = new ConcurrentHashMap<>();

    @BeforeAll
    static void start() {
        assumeTrue(RedisServer.isThere());
        cluster = RedisCluster.start();
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Override
    protected Store open() {
        return open(new ValkeyOptions(cluster.uris(), TestValkey.prefix(), 0, ValkeyOptions.PATIENCE));
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
