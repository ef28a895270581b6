package dev.porchlight.server.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.fixture.HouseUnderTest;
import dev.porchlight.server.fixture.Watch;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A connection lasts no longer than the token that opened it. */
@Timeout(30)
class WatchTokensTest {
    private static final int TOKEN_ENDED = 4401;

    private final HouseUnderTest house = new HouseUnderTest();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aRevokedTokenEndsItsConnections() throws Exception {
        String token = house.serverToken("user:read");
        try (Watch watch = Watch.open(house, token, "")) {
            watch.hasNothing();
            house.revoke(token);

            assertThat(watch.closeCode()).isEqualTo(TOKEN_ENDED);
        }
    }

    @Test
    void aTokenThatWasRevokedElsewhereEndsItsConnectionsTenSecondsLater() throws Exception {
        String token = house.serverToken("user:read");
        try (Watch watch = Watch.open(house, token, "");
                Watch other = Watch.open(house, house.admin(), "")) {
            watch.hasNothing();
            house.revokeElsewhere(token);
            house.pass(Duration.ofSeconds(10));

            assertThat(watch.closeCode()).isEqualTo(TOKEN_ENDED);
            other.hasNothing();
        }
    }

    @Test
    void anExpiredTokenEndsItsConnections() throws Exception {
        String token = house.post("/v1/tokens")
                .bearer(house.operator())
                .json("{\"scopes\":[\"user:read\"],\"expires_in\":60}")
                .send()
                .hasStatus(201)
                .text("access_token");
        try (Watch watch = Watch.open(house, token, "")) {
            house.pass(Duration.ofSeconds(59));
            watch.hasNothing();
            house.pass(Duration.ofSeconds(1));

            assertThat(watch.closeCode()).isEqualTo(TOKEN_ENDED);
        }
    }

    @Test
    void theOperatorsConnectionStays() throws Exception {
        try (Watch watch = Watch.open(house, house.operator(), "")) {
            house.pass(Duration.ofSeconds(20));
            watch.hasNothing();
            assertThat(house.get("/metrics").send().body()).contains("porchlight_watch_connections 1.0");
        }
    }
}
