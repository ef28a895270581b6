package dev.porchlight.server.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.fixture.HouseUnderTest;
import dev.porchlight.server.fixture.Watch;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WatchTest {
    private final HouseUnderTest house = new HouseUnderTest();

    @BeforeEach
    void twoPeople() {
        house.addSignedIn("ada");
        house.addUser("bob");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void firstComesTheAnswerThenEveryChange() throws Exception {
        try (Watch watch = Watch.open(house, house.admin(), "")) {
            watch.say("{\"watch\":[\"ada\"]}");
            assertThat(watch.next())
                    .isEqualTo("{\"user\":\"ada\",\"status\":\"Available\",\"since\":\"2026-03-27T04:00:00Z\","
                            + "\"revision\":1,\"changed_at\":\"2026-03-27T04:00:00Z\"}");

            house.pass(Duration.ofSeconds(5));
            set("ada", "Do_Not_Disturb");
            assertThat(watch.next())
                    .isEqualTo(
                            "{\"user\":\"ada\",\"status\":\"Do_Not_Disturb\",\"since\":\"2026-03-27T04:00:05Z\","
                                    + "\"until\":\"2026-03-27T04:20:05Z\",\"revision\":2,\"changed_at\":\"2026-03-27T04:00:05Z\"}");
        }
    }

    @Test
    void anAnswerSaysWhenItChangedAlsoWhereOnlyItsEndDid() throws Exception {
        claimCall(10);
        house.pass(Duration.ofSeconds(5));
        claimCall(20);
        house.pass(Duration.ofSeconds(5));
        try (Watch watch = Watch.open(house, house.admin(), "?user=ada")) {
            assertThat(watch.next())
                    .contains("\"since\":\"2026-03-27T04:00:00Z\"", "\"changed_at\":\"2026-03-27T04:00:05Z\"");
            claimCall(30);
            assertThat(watch.next())
                    .contains("\"since\":\"2026-03-27T04:00:00Z\"", "\"changed_at\":\"2026-03-27T04:00:10Z\"");
        }
    }

    @Test
    void whatIsKnownIsNotToldAgain() throws Exception {
        try (Watch watch = Watch.open(house, house.admin(), "")) {
            watch.say("{\"known\":{\"ada\":1},\"watch\":[\"ada\",\"bob@example.com\"]}");

            assertThat(watch.next()).contains("\"user\":\"bob\"", "Offline");
            watch.hasNothing();
        }
    }

    @Test
    void whoIsNoLongerWatchedIsNoLongerTold() throws Exception {
        try (Watch watch = Watch.open(house, house.admin(), "?user=ada&user=bob")) {
            assertThat(watch.next() + watch.next()).contains("ada", "bob");
            watch.say("{\"unwatch\":[\"ada\"]}");
            watch.hasNothing();

            set("ada", "Away");
            house.signIn("bob", "6.0");

            assertThat(watch.next()).contains("\"user\":\"bob\"", "Available");
            watch.hasNothing();
        }
    }

    @Test
    void somebodyOfAnotherAccountIsAsUnknownAsNobody() throws Exception {
        house.addAccount("other");
        house.addUser("other", "eve");
        try (Watch watch = Watch.open(house, house.admin(), "")) {
            watch.say("{\"watch\":[\"eve\",\"nobody\"]}");

            assertThat(watch.next()).isEqualTo("{\"unknown\":[\"eve\",\"nobody\"]}");
        }
    }

    @Test
    void aMessageThatIsNoneIsTheEnd() throws Exception {
        try (Watch watch = Watch.open(house, house.admin(), "")) {
            watch.say("[1]");

            assertThat(watch.closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void withoutAReadScopeNobodyWatches() {
        String token = house.serverToken("user:write");

        house.get("/v1/watch").bearer(token).send().hasStatus(400);
    }

    @Test
    void aConnectionIsTheLeaseOfItsSessionAndHasAGrace() throws Exception {
        String token = house.userToken("ada", "user:write", "user:read");
        try (Watch watch = Watch.open(house, token, "?session=desk&user=ada")) {
            assertThat(watch.next()).contains("Available");
            house.pass(Duration.ofSeconds(80));
            watch.cut();
        }
        // The lease of a day has become that of the connection, and the broken connection a grace.
        awaitLease(Duration.ofSeconds(30));
        house.pass(Duration.ofSeconds(29));
        assertThat(house.statusOf("ada")).isEqualTo("Available");
        house.pass(Duration.ofSeconds(1));
        assertThat(house.statusOf("ada")).isEqualTo("Offline");
    }

    @Test
    void aSessionThatIsNotThereCannotBeLeased() throws Exception {
        String token = house.userToken("ada", "user:write", "user:read");
        try (Watch watch = Watch.open(house, token, "?session=phone")) {
            assertThat(watch.closeCode()).isEqualTo(4404);
        }
    }

    private void awaitLease(Duration left) {
        String expected = "\"lease_until\":\"" + house.now().plus(left) + "\"";
        String sessions = "";
        while (!sessions.contains(expected)) {
            sessions = house.get("/v1/users/ada/sessions")
                    .bearer(house.admin())
                    .send()
                    .hasStatus(200)
                    .body();
        }
    }

    private void claimCall(int minutes) {
        house.put("/v1/users/ada/claims/phone")
                .bearer(house.admin())
                .json("{\"status\":\"On_A_Call\",\"duration\":" + minutes + "}")
                .send()
                .hasStatus(204);
    }

    private void set(String user, String status) {
        house.put("/v2/users/" + user + "/presence_status")
                .bearer(house.admin())
                .json("{\"status\":\"" + status + "\"}")
                .send()
                .hasStatus(204);
    }
}
