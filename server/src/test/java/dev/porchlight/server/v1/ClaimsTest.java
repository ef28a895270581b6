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

/** {@code /v1/users/{userId}/claims/{source}}: what calendars, meetings and phones report. */
class ClaimsTest {
    @AutoClose
    private final HouseUnderTest house = new HouseUnderTest();

    private String token;

    @BeforeEach
    void adaIsSignedIn() {
        house.addSignedIn("ada");
        token = house.serverToken("user:write:admin");
    }

    @Test
    void aClaimShowsUntilItIsReleased() {
        claim("meeting", "{\"status\":\"In_A_Zoom_Meeting\"}").hasNoContent();
        assertThat(house.statusOf("ada")).isEqualTo("In_A_Meeting");
        release("meeting").hasNoContent();
        assertThat(house.statusOf("ada")).isEqualTo("Available");
        release("meeting").hasNoContent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"status\":\"On_A_Call\",\"until\":\"2026-03-27T04:15:00Z\"}",
                "{\"status\":\"On_A_Call\",\"duration\":15}"
            })
    void aClaimEndsAtItsEnd(String body) {
        claim("phone", body).hasNoContent();
        house.pass(Duration.ofMinutes(15).minusNanos(1));
        assertThat(house.statusOf("ada")).isEqualTo("In_A_Call");
        house.pass(Duration.ofNanos(1));
        assertThat(house.statusOf("ada")).isEqualTo("Available");
    }

    @Test
    void theBestRankOfSeveralShows() {
        claim("calendar", "{\"status\":\"In_Calendar_Event\"}").hasNoContent();
        claim("phone", "{\"status\":\"On_A_Call\"}").hasNoContent();
        claim("screen", "{\"status\":\"Presenting\"}").hasNoContent();
        assertThat(house.statusOf("ada")).isEqualTo("Presenting");
        release("screen").hasNoContent();
        assertThat(house.statusOf("ada")).isEqualTo("In_A_Call");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                         | status",
                "{\"status\":\"Sleeping\"}                                  | status",
                "{\"status\":\"Offline\"}                                   | status",
                "{\"status\":\"Busy\",\"until\":\"2026-03-27T04:00:00Z\"}   | until",
                "{\"status\":\"Busy\",\"until\":\"2025-03-27T04:00:00Z\"}   | until",
                "{\"status\":\"Busy\",\"until\":\"tomorrow\"}               | until",
                "{\"status\":\"Busy\",\"until\":\"+99999-01-01T00:00:00Z\"} | until",
                "{\"status\":\"Busy\",\"duration\":0}                       | duration",
                "{\"status\":\"Busy\",\"duration\":-5}                      | duration",
                "{\"status\":\"Busy\",\"duration\":527041}                  | duration",
                "{\"status\":\"Busy\",\"duration\":1.5}                     | duration",
                "{\"status\":\"Busy\",\"duration\":5,\"until\":\"2026-03-27T05:00:00Z\"} | duration"
            })
    void aBadFieldIsNamed(String body, String field) {
        claim("phone", body).refusesFields(field);
        assertThat(house.statusOf("ada")).isEqualTo("Available");
    }

    @Test
    void anEndThatIsPastSaysSo() {
        claim("phone", "{\"status\":\"Busy\",\"until\":\"2026-03-27T03:00:00Z\"}")
                .saysOf("until", "until: 2026-03-27T03:00:00Z (expected: an instant after 2026-03-27T04:00:00Z)");
    }

    @Test
    void aUserHasTwentyClaimsAtMost() {
        for (int i = 0; i < 20; i++) {
            claim("s" + i, "{\"status\":\"Busy\"}").hasNoContent();
        }
        claim("s20", "{\"status\":\"Busy\"}")
                .refusesFields("source")
                .saysOf("source", "source: one more (expected: 20 live claims of a user at most)");
        claim("s0", "{\"status\":\"On_A_Call\"}").hasNoContent();
    }

    @Test
    void aSourcesNameIsLimited() {
        claim("%00", "{\"status\":\"Busy\"}").refusesFields("source");
    }

    private Answer claim(String source, String json) {
        return house.put("/v1/users/ada/claims/" + source)
                .bearer(token)
                .json(json)
                .send();
    }

    private Answer release(String source) {
        return house.delete("/v1/users/ada/claims/" + source).bearer(token).send();
    }
}
