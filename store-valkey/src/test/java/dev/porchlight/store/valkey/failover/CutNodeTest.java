package dev.porchlight.store.valkey.failover;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.porchlight.store.valkey.line.ValkeyOptions;
import dev.porchlight.testkit.valkey.CutLink;
import dev.porchlight.testkit.valkey.RedisServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes beside the store, and one behind a link that is cut. */
class CutNodeTest {
    private RedisServer server;
    private CutLink link;
    private Ordeal ordeal;

    @BeforeEach
    void start() {
        assumeTrue(RedisServer.isThere());
        server = RedisServer.start();
        link = CutLink.to(server);
        ordeal = new Ordeal(List.of(to(server.uri()), to(server.uri()), to(link.uri())));
    }

    @AfterEach
    void stop() {
        ordeal.close();
        link.close();
        server.close();
    }

    /** What was under way arrives late, after the node has asked again. */
    @Test
    void aNodeThatWasCutOffLosesNothingAndCatchesUp() throws InterruptedException {
        ordeal.run(() -> {
            link.cut();
            ordeal.awaitChanges();
            link.mend();
        });

        ordeal.watchersAreRight();
        ordeal.nothingIsLost();
    }

    @Test
    void aNodeWhoseConnectionsWentDeadLosesNothingAndCatchesUp() throws InterruptedException {
        ordeal.run(() -> {
            link.cutForThoseWhoAreThere();
            ordeal.awaitChanges();
        });

        ordeal.watchersAreRight();
        ordeal.nothingIsLost();
    }

    private static ValkeyOptions to(String uri) {
        return new ValkeyOptions(List.of(uri), "pl", 0, Duration.ofSeconds(5));
    }
}
