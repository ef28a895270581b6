package dev.porchlight.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.fixture.HouseUnderTest;
import dev.porchlight.server.fixture.Watch;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a node leaves that others stand beside. */
@Timeout(30)
class LeaveTest {
    private static final int GOING_DOWN = 4503;

    private final HouseUnderTest house = new HouseUnderTest(Settings.defaults().withLeave(Duration.ofSeconds(3)));

    @Test
    void aLeavingNodeSaysSoSendsWatchersAwayAndStillAnswers() throws Exception {
        house.addSignedIn("ada");
        try (Watch watch = Watch.open(house, house.admin(), "?user=ada")) {
            assertThat(watch.next()).contains("Available");
            house.get("/health/ready").send().hasStatus(200);

            CompletableFuture<Void> closed = CompletableFuture.runAsync(house::close);

            while (house.get("/health/ready").send().status() == 200) {
                assertThat(closed).isNotDone();
            }
            house.get("/health/ready").send().hasStatus(503).hasHeader("retry-after", "1");
            house.get("/health/live").send().hasStatus(200);
            house.get("/v2/users/ada/presence_status")
                    .bearer(house.admin())
                    .send()
                    .hasStatus(200);
            assertThat(watch.next()).contains("\"reconnect_in\":");
            assertThat(watch.closeCode()).isEqualTo(GOING_DOWN);
            closed.get(10, TimeUnit.SECONDS);
        }
    }
}
