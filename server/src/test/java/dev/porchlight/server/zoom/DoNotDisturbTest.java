package dev.porchlight.server.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.fixture.Answer;
import dev.porchlight.server.fixture.HouseUnderTest;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long Do_Not_Disturb lasts, and who sees its end (semantics: Declare 4; zoom-wire: GET). */
class DoNotDisturbTest {
    private static final String ADA = "/v2/users/ada/presence_status";

    @AutoClose
    private final HouseUnderTest house = new HouseUnderTest();

    private String own;

    @BeforeEach
    void adaIsSignedIn() {
        house.addSignedIn("ada");
        own = house.userToken("ada", "user:write", "user:read");
    }

    @Test
    void theSeedsDurationEndsToTheMinute() {
        disturb("1221").hasNoContent();
        house.pass(Duration.ofMinutes(1221).minusNanos(1));
        assertThat(house.statusOf("ada")).isEqualTo("Do_Not_Disturb");
        house.pass(Duration.ofNanos(1));
        assertThat(house.statusOf("ada")).isEqualTo("Available");
    }

    @Test
    void theUserSeesItsEndAndWhatIsLeft() {
        disturb("1221").hasNoContent();
        house.pass(Duration.ofMinutes(1).plusMillis(1));
        Answer answer = read(own).hasStatus(200);
        assertThat(answer.json().toString())
                .isEqualTo("{\"status\":\"Do_Not_Disturb\",\"end_time\":\"2026-03-28T00:21:00Z\","
                        + "\"remaining_time\":73200}");
    }

    @Test
    void othersSeeNoEnd() {
        disturb("1221").hasNoContent();
        house.addUser("bob");
        String bob = house.userToken("bob", "user:read:admin");
        assertThat(read(bob).hasStatus(200).body()).isEqualTo("{\"status\":\"Do_Not_Disturb\"}");
        assertThat(read(house.admin()).hasStatus(200).body()).isEqualTo("{\"status\":\"Do_Not_Disturb\"}");
    }

    @Test
    void anotherStatusHasNoEndForTheUserEither() {
        assertThat(read(own).hasStatus(200).body()).isEqualTo("{\"status\":\"Available\"}");
    }

    @Test
    void withoutADurationItLastsTwentyMinutes() {
        house.put(ADA)
                .bearer(own)
                .json("{\"status\":\"Do_Not_Disturb\"}")
                .send()
                .hasNoContent();
        assertThat(read(own).at("remaining_time").asLong()).isEqualTo(20 * 60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1440"})
    void theShortestAndTheLongestAreAccepted(String minutes) {
        disturb(minutes).hasNoContent();
        assertThat(read(own).at("remaining_time").asLong()).isEqualTo(60L * Integer.parseInt(minutes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1441", "1.5", "20m", "Available1221", "-1", "+5", "1e2", " 20", "99999999999"})
    void anyOtherDurationIsRefusedWithWhatIsAllowed(String duration) {
        disturb(duration)
                .refusesFields("duration")
                .saysOf("duration", "duration: " + duration + " (expected: 1 to 1440 minutes)");
        assertThat(house.statusOf("ada")).isEqualTo("Available");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1441", "1.5", "true", "[20]", "{}"})
    void inJsonToo(String duration) {
        house.put(ADA)
                .bearer(own)
                .json("{\"status\":\"Do_Not_Disturb\",\"duration\":" + duration + "}")
                .send()
                .refusesFields("duration");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1441", "1.5", "20m", "Available1221"})
    void noOtherStatusLooksAtTheDuration(String duration) {
        house.put(ADA)
                .bearer(own)
                .multipart("status", "Away", "duration", duration)
                .send()
                .hasNoContent();
        assertThat(house.statusOf("ada")).isEqualTo("Away");
    }

    private Answer disturb(String duration) {
        return house.put(ADA)
                .bearer(own)
                .multipart("status", "Do_Not_Disturb", "duration", duration)
                .send();
    }

    private Answer read(String token) {
        return house.get(ADA).bearer(token).send();
    }
}
