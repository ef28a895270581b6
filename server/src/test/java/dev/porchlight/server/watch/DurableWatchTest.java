package dev.porchlight.server.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.Settings;
import dev.porchlight.server.fixture.HouseUnderTest;
import dev.porchlight.server.fixture.Watch;
import dev.porchlight.store.embedded.EmbeddedStore;
import dev.porchlight.store.embedded.StoreOptions;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Over a store that answers on threads of its own, not at once and on the event loop as memory does. */
@Timeout(60)
class DurableWatchTest {
    @TempDir
    private Path folder;

    @Test
    void aTokenUserAndPresenceThatAreReadFromDiskAreWatchedAllTheSame() throws Exception {
        String token;
        try (HouseUnderTest house = open()) {
            house.addSignedIn("ada");
            token = house.serverToken("user:read");
        }
        try (HouseUnderTest house = open();
                Watch watch = Watch.open(house, token, "?user=ada@example.com&user=nobody")) {
            assertThat(watch.next() + watch.next()).contains("Available", "{\"unknown\":[\"nobody\"]}");
            watch.say("{\"unwatch\":[\"ada\"],\"known\":{\"ada\":1},\"watch\":[\"ada\"]}");
            house.pass(Duration.ofDays(1));
            assertThat(watch.next()).contains("Offline");
        }
    }

    private HouseUnderTest open() {
        EmbeddedStore store = EmbeddedStore.open(folder.resolve("data"), StoreOptions.DEFAULTS);
        return new HouseUnderTest(Settings.defaults().withAdminToken("the-token-of-the-administrator-of-tests"), store);
    }
}
