package dev.porchlight.server.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.fixture.HouseUnderTest;
import dev.porchlight.server.fixture.Watch;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WatchMetricsTest {
    private final HouseUnderTest house = new HouseUnderTest();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void whatIsWatchedAndSentAndHowItEndsIsCounted() throws Exception {
        house.addSignedIn("ada");
        house.addUser("bob");
        assertThat(metrics())
                .contains(
                        "porchlight_watch_connections 0.0",
                        "porchlight_watch_users 0.0",
                        "porchlight_watch_deliveries_total 0.0",
                        "porchlight_watch_conflated_total 0.0",
                        "porchlight_watch_closed_total{code=\"4400\"} 0.0",
                        "porchlight_watch_closed_total{code=\"client\"} 0.0");

        try (Watch bad = Watch.open(house, house.admin(), "?user=ada&user=bob")) {
            bad.next();
            bad.next();
            Watch good = Watch.open(house, house.admin(), "?user=ada");
            good.next();
            assertThat(metrics())
                    .contains(
                            "porchlight_watch_connections 2.0",
                            "porchlight_watch_users 2.0",
                            "porchlight_watch_deliveries_total 3.0");
            good.close();
            bad.say("[1]");
            assertThat(bad.closeCode()).isEqualTo(4400);
        }

        until(() -> metrics().contains("porchlight_watch_connections 0.0"));
        assertThat(metrics())
                .contains(
                        "porchlight_watch_users 0.0",
                        "porchlight_watch_closed_total{code=\"4400\"} 1.0",
                        "porchlight_watch_closed_total{code=\"client\"} 1.0");
    }

    /** A connection's end is noticed by its event loop, in its own time. */
    private static void until(Callable<Boolean> condition) throws Exception {
        while (!condition.call()) {
            Thread.onSpinWait();
        }
    }

    private String metrics() {
        return house.get("/metrics").send().hasStatus(200).body();
    }
}
