package dev.porchlight.server.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.fixture.Answer;
import dev.porchlight.server.fixture.HouseUnderTest;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An accepted update keeps the next one of that user out for a minute (semantics: Declare 3). */
class OnceAMinuteTest {
    @AutoClose
    private final HouseUnderTest house = new HouseUnderTest();

    private String token;

    @BeforeEach
    void twoAreSignedIn() {
        house.addSignedIn("ada");
        house.addSignedIn("bob");
        token = house.serverToken("user:write:admin");
        update("ada", "Away").hasNoContent();
    }

    @Test
    void aMillisecondBeforeTheMinuteItIsStillClosed() {
        house.pass(Duration.ofMillis(59_999));
        update("ada", "Available").hasStatus(429).hasHeader("retry-after", "1");
        assertThat(house.statusOf("ada")).isEqualTo("Away");
    }

    @Test
    void atTheMinuteItIsOpen() {
        house.pass(Duration.ofSeconds(60));
        update("ada", "Available").hasNoContent();
        assertThat(house.statusOf("ada")).isEqualTo("Available");
    }

    @ParameterizedTest
    @CsvSource({"0, 60", "1, 60", "1000, 59", "30500, 30", "59001, 1"})
    void retryAfterIsWhatIsLeftInWholeSeconds(long passedMillis, String seconds) {
        house.pass(Duration.ofMillis(passedMillis));
        update("ada", "Available").hasStatus(429).hasHeader("retry-after", seconds);
    }

    @Test
    void theSameStatusAgainIsKeptOutToo() {
        update("ada", "Away").hasStatus(429);
    }

    @Test
    void aRefusedUpdateDoesNotBeginAnotherMinute() {
        house.pass(Duration.ofSeconds(59));
        update("ada", "Available").hasStatus(429);
        house.pass(Duration.ofSeconds(1));
        update("ada", "Available").hasNoContent();
    }

    @Test
    void anotherUserHasAMinuteOfTheirOwn() {
        update("bob", "Away").hasNoContent();
    }

    @Test
    void anotherTokenIsKeptOutAsWell() {
        house.put("/v2/users/me/presence_status")
                .bearer(house.userToken("ada", "user:write"))
                .form("status", "Available")
                .send()
                .hasStatus(429);
    }

    private Answer update(String user, String status) {
        return house.put("/v2/users/" + user + "/presence_status")
                .bearer(token)
                .form("status", status)
                .send();
    }
}
