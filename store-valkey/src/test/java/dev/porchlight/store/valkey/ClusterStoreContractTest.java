package dev.porchlight.store.valkey;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.porchlight.engine.port.Store;
import dev.porchlight.testkit.contract.StoreContract;
import dev.porchlight.testkit.valkey.RedisCluster;
import dev.porchlight.testkit.valkey.RedisServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Every port over a cluster, where the directory and the shards lie on several primaries. */
final class ClusterStoreContractTest extends StoreContract {
    private static RedisCluster cluster;
    private final OpenedStores stores = new OpenedStores();

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
        return stores.open(cluster.uris());
    }

    @Override
    protected Store reopen(Store store) {
        return stores.reopen(store);
    }
}
