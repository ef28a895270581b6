package dev.porchlight.server.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.fixture.Answer;
import dev.porchlight.server.fixture.HouseUnderTest;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /v1/users/{userId}/sessions}: signing in, staying, leaving (native-api; semantics: Sessions, leases, grace). */
class SessionsTest {
    @AutoClose
    private final HouseUnderTest house = new HouseUnderTest();

    private String own;

    @BeforeEach
    void ada() {
        house.addUser("ada");
        own = house.userToken("ada", "user:write", "user:read");
    }

    @Test
    void signingInAnswersTheLeaseAndTheStatus() {
        assertThat(beat("desk", "{\"platform\":\"desktop\",\"version\":\"5.13.3\",\"state\":\"active\",\"lease\":90}")
                        .hasStatus(200)
                        .body())
                .isEqualTo("""
                        {"lease_until":"2026-03-27T04:01:30Z","status":"Available","since":"2026-03-27T04:00:00Z",\
                        "revision":1}""");
    }

    @Test
    void withoutALeaseItIsNinetySeconds() {
        Answer answer = beat("desk", "{\"platform\":\"desktop\",\"version\":\"5.13.3\"}");
        assertThat(answer.text("lease_until")).isEqualTo("2026-03-27T04:01:30Z");
    }

    @Test
    void aLeaseThatIsNotRenewedEnds() {
        beat("desk", "{\"platform\":\"desktop\",\"version\":\"5.13.3\",\"lease\":90}")
                .hasStatus(200);
        house.pass(Duration.ofSeconds(90).minusNanos(1));
        assertThat(house.statusOf("ada")).isEqualTo("Available");
        house.pass(Duration.ofNanos(1));
        assertThat(house.statusOf("ada")).isEqualTo("Offline");
    }

    @Test
    void aRenewedLeaseGoesOn() {
        for (int i = 0; i < 5; i++) {
            beat("desk", "{\"platform\":\"desktop\",\"version\":\"5.13.3\",\"lease\":90}")
                    .hasStatus(200);
            house.pass(Duration.ofSeconds(60));
        }
        assertThat(house.statusOf("ada")).isEqualTo("Available");
    }

    @Test
    void onlyIdleClientsAreAway() {
        assertThat(beat("desk", "{\"platform\":\"desktop\",\"version\":\"6.0\",\"state\":\"idle\"}")
                        .text("status"))
                .isEqualTo("Away");
        assertThat(beat("phone", "{\"platform\":\"mobile\",\"version\":\"6.0\",\"state\":\"active\"}")
                        .text("status"))
                .isEqualTo("Available");
    }

    @Test
    void signingOutEndsASessionAtOnce() {
        beat("desk", "{\"platform\":\"desktop\",\"version\":\"6.0\"}").hasStatus(200);
        house.delete("/v1/users/me/sessions/desk").bearer(own).send().hasNoContent();
        assertThat(house.statusOf("ada")).isEqualTo("Offline");
        house.delete("/v1/users/me/sessions/desk").bearer(own).send().hasNoContent();
    }

    @Test
    void liveSessionsAreListed() {
        beat("desk", "{\"platform\":\"desktop\",\"version\":\"5.13.3 (12345)\",\"lease\":60}")
                .hasStatus(200);
        house.pass(Duration.ofSeconds(30));
        beat("phone", "{\"platform\":\"mobile\",\"version\":\"6.0\",\"state\":\"idle\",\"lease\":60}")
                .hasStatus(200);
        assertThat(list().body()).isEqualTo("""
                        {"sessions":[\
                        {"session_id":"desk","platform":"desktop","version":"5.13.3 (12345)","state":"active",\
                        "since":"2026-03-27T04:00:00Z","state_since":"2026-03-27T04:00:00Z",\
                        "lease_until":"2026-03-27T04:01:00Z"},\
                        {"session_id":"phone","platform":"mobile","version":"6.0","state":"idle",\
                        "since":"2026-03-27T04:00:30Z","state_since":"2026-03-27T04:00:30Z",\
                        "lease_until":"2026-03-27T04:01:30Z"}]}""");
        house.pass(Duration.ofSeconds(30));
        assertThat(list().at("sessions").findValuesAsText("session_id")).containsExactly("phone");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                               | platform,version",
                "{\"platform\":\"\",\"version\":\"6\"}                            | platform",
                "{\"platform\":\"a\\nb\",\"version\":\"6\"}                       | platform",
                "{\"platform\":\"desktop\",\"version\":\"\"}                      | version",
                "{\"platform\":\"desktop\",\"version\":\"new\"}                   | version",
                "{\"platform\":\"desktop\",\"version\":6}                         | version",
                "{\"platform\":\"desktop\",\"version\":\"6\",\"state\":\"asleep\"} | state",
                "{\"platform\":\"desktop\",\"version\":\"6\",\"lease\":4}         | lease",
                "{\"platform\":\"desktop\",\"version\":\"6\",\"lease\":86401}     | lease",
                "{\"platform\":\"desktop\",\"version\":\"6\",\"lease\":\"90\"}    | lease",
                "{\"platform\":\"desktop\",\"version\":\"6\",\"lease\":99999999999} | lease"
            })
    void aBadFieldIsNamed(String body, String fields) {
        beat("desk", body).refusesFields(fields.split(","));
        assertThat(house.statusOf("ada")).isEqualTo("Offline");
    }

    @Test
    void aLeaseSaysWhatItMayBe() {
        beat("desk", "{\"platform\":\"desktop\",\"version\":\"6\",\"lease\":4}")
                .saysOf("lease", "lease: 4 (expected: 5 to 86400 seconds)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%0A",
                "%20",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                        + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            })
    void aSessionsNameIsLimited(String session) {
        beat(session, "{\"platform\":\"desktop\",\"version\":\"6\"}").refusesFields("session_id");
    }

    @Test
    void aUserHasFiftySessionsAtMost() {
        for (int i = 0; i < 50; i++) {
            beat("s" + i, "{\"platform\":\"desktop\",\"version\":\"6\"}").hasStatus(200);
        }
        beat("s50", "{\"platform\":\"desktop\",\"version\":\"6\"}")
                .refusesFields("session")
                .saysOf("session", "session: one more (expected: 50 live sessions of a user at most)");
        beat("s0", "{\"platform\":\"desktop\",\"version\":\"6\"}").hasStatus(200);
    }

    @Test
    void aTokenReachesItsOwnUserOnly() {
        house.addUser("bob");
        house.put("/v1/users/bob/sessions/desk")
                .bearer(own)
                .json("{\"platform\":\"desktop\",\"version\":\"6\"}")
                .send()
                .hasStatus(400)
                .refuses(
                        400,
                        5411,
                        "Unauthorized request. You do not have permission to update the presence status of this user.");
        house.get("/v1/users/bob/sessions")
                .bearer(own)
                .send()
                .refuses(
                        400,
                        5411,
                        "Unauthorized request. You do not have permission to get the presence status of this user.");
    }

    private Answer beat(String session, String json) {
        return house.put("/v1/users/me/sessions/" + session)
                .bearer(own)
                .json(json)
                .send();
    }

    private Answer list() {
        return house.get("/v1/users/ada/sessions").bearer(own).send().hasStatus(200);
    }
}
