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

/** {@code GET /v1/users/{userId}/history}: a day with one change an hour. */
class HistoryTest {
    @AutoClose
    private final HouseUnderTest house = new HouseUnderTest();

    private String token;

    /** 04:00 signed in, 05:00 Away by an app, 06:00 a call until 06:30, which ended by itself. */
    @BeforeEach
    void aMorning() {
        house.addSignedIn("ada");
        token = house.serverToken("user:write:admin", "user:read:admin");
        house.pass(Duration.ofHours(1));
        house.put("/v2/users/ada/presence_status")
                .bearer(token)
                .form("status", "Away")
                .send()
                .hasNoContent();
        house.pass(Duration.ofHours(1));
        house.put("/v1/users/ada/claims/phone")
                .bearer(token)
                .json("{\"status\":\"On_A_Call\",\"duration\":30}")
                .send()
                .hasNoContent();
        house.pass(Duration.ofHours(1));
    }

    @Test
    void eachChangeSaysWhatWhenAndByWhom() {
        assertThat(history("?to=2026-03-27T06:00:00Z").body()).isEqualTo("""
                        {"user":"ada","changes":[\
                        {"at":"2026-03-27T04:00:00Z","status":"Available","before":"Offline",\
                        "since":"2026-03-27T04:00:00Z","revision":1,"cause":"session","subject":"desk",\
                        "by":"operator"},\
                        {"at":"2026-03-27T05:00:00Z","status":"Away","before":"Available",\
                        "since":"2026-03-27T05:00:00Z","revision":2,"cause":"api","by":"token:server"}]}""");
    }

    @Test
    void anEndIsPartOfItWithoutAnybodysName() {
        // Whoever asks next carries out the end that is due.
        house.delete("/v1/users/ada/claims/phone").bearer(token).send().hasNoContent();
        Answer answer = history("?from=2026-03-27T06:30:00Z");
        assertThat(answer.at("changes").size()).isEqualTo(1);
        assertThat(answer.text("/changes/0/status")).isEqualTo("Away");
        assertThat(answer.text("/changes/0/before")).isEqualTo("On_A_Call");
        assertThat(answer.text("/changes/0/cause")).isEqualTo("time");
        assertThat(answer.at("/changes/0/by").isMissingNode()).isTrue();
    }

    @Test
    void fromIsPartOfItAndToIsNot() {
        assertThat(statuses("?from=2026-03-27T05:00:00Z&to=2026-03-27T06:00:00Z"))
                .isEqualTo("Away");
        assertThat(statuses("?from=2026-03-27T05:00:00.001Z&to=2026-03-27T06:00:00.001Z"))
                .isEqualTo("On_A_Call");
    }

    @Test
    void withoutAnythingItIsTheLastDay() {
        assertThat(statuses("")).startsWith("Available,Away,On_A_Call");
        house.pass(Duration.ofHours(22));
        assertThat(statuses("")).startsWith("On_A_Call");
    }

    @Test
    void withOnlyToItIsTheDayBefore() {
        assertThat(statuses("?to=2026-03-28T05:00:00Z")).startsWith("Away,On_A_Call");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-27T03:59:59Z, ''",
        "2026-03-27T04:00:00Z, Available",
        "2026-03-27T04:59:59.999Z, Available",
        "2026-03-27T05:00:00Z, Away",
        "2026-03-27T06:15:00Z, On_A_Call"
    })
    void asOfIsWhatWasShownThen(String instant, String status) {
        assertThat(statuses("?as_of=" + instant)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "from, yesterday",
        "to, 2026-03-27",
        "as_of, 1774584000",
        "from, -1000000000-01-01T00:00:00Z",
        "to, -1000000000-01-01T00:00:00Z",
        "as_of, %2B1000000000-12-31T23:59:59Z",
        "to, ''"
    })
    void anInstantThatIsNoneIsNamed(String name, String instant) {
        get("?" + name + "=" + instant).refusesFields(name);
    }

    @Test
    void everyBadInstantIsNamed() {
        get("?from=a&to=b&as_of=c").refusesFields("as_of", "to", "from");
    }

    @Test
    void aBeginningAfterTheEndIsNamed() {
        get("?from=2026-03-27T06:00:00Z&to=2026-03-27T05:00:00Z")
                .refusesFields("from")
                .saysOf("from", "from: 2026-03-27T06:00:00Z (expected: an instant before to, 2026-03-27T05:00:00Z)");
    }

    @Test
    void aUserWithoutHistoryHasAnEmptyOne() {
        house.addUser("bob");
        Answer answer = house.get("/v1/users/bob/history").bearer(token).send();
        assertThat(answer.hasStatus(200).body()).isEqualTo("{\"user\":\"bob\",\"changes\":[]}");
    }

    @Test
    void someoneElsesHistoryIsNotForAUsersToken() {
        house.addUser("bob");
        house.get("/v1/users/ada/history")
                .bearer(house.userToken("bob", "user:read"))
                .send()
                .refuses(
                        400,
                        5411,
                        "Unauthorized request. You do not have permission to get the presence status of this user.");
    }

    @Test
    void anEndThatNobodyCarriedOutYetWasNotKnownThen() {
        house.delete("/v1/users/ada/claims/phone").bearer(token).send().hasNoContent();

        Answer answer = history("?as_of=2026-03-27T06:45:00Z");

        assertThat(answer.text("/changes/0/status")).isEqualTo("On_A_Call");
        assertThat(answer.text("/changes/0/until")).isEqualTo("2026-03-27T06:30:00Z");
    }

    @Test
    void theObservedSeesWhoReadTheHistoryAndWhatOfIt() {
        history("?from=2026-03-27T04:00:00Z&to=2026-03-27T05:00:00Z");
        house.pass(Duration.ofSeconds(1));
        house.get("/v1/users/ada/history?as_of=2026-03-27T06:15:00Z")
                .bearer(house.admin())
                .send()
                .hasStatus(200);

        assertThat(readers("").body()).isEqualTo("""
                        {"user":"ada","readers":[\
                        {"at":"2026-03-27T07:00:00Z","by":"token:server","from":"2026-03-27T04:00:00Z",\
                        "to":"2026-03-27T05:00:00Z"},\
                        {"at":"2026-03-27T07:00:01Z","by":"token:administrator","from":"2026-03-27T06:15:00Z",\
                        "to":"2026-03-27T06:15:00Z"}]}""");
        assertThat(readers("?to=2026-03-27T07:00:01Z").at("readers").findValuesAsText("by"))
                .containsExactly("token:server");
    }

    @Test
    void neitherOnesOwnReadingNorARefusedOneLeavesATrace() {
        house.get("/v1/users/me/history").bearer(own()).send().hasStatus(200);
        readers("");
        house.addUser("bob");
        house.get("/v1/users/ada/history")
                .bearer(house.userToken("bob", "user:read"))
                .send()
                .hasStatus(400);
        get("?as_of=noon").hasStatus(400);

        assertThat(readers("").body()).isEqualTo("{\"user\":\"ada\",\"readers\":[]}");
    }

    @Test
    void whoReadAHistoryIsNotForOtherUsersTokens() {
        house.addUser("bob");
        house.get("/v1/users/ada/history/readers")
                .bearer(house.userToken("bob", "user:read"))
                .send()
                .refuses(
                        400,
                        5411,
                        "Unauthorized request. You do not have permission to get the presence status of this user.");
    }

    private Answer readers(String query) {
        return house.get("/v1/users/me/history/readers" + query)
                .bearer(own())
                .send()
                .hasStatus(200);
    }

    private String own() {
        return house.userToken("ada", "user:read");
    }

    private String statuses(String query) {
        return String.join(",", history(query).at("changes").findValuesAsText("status"));
    }

    private Answer history(String query) {
        return get(query).hasStatus(200);
    }

    private Answer get(String query) {
        return house.get("/v1/users/ada/history" + query).bearer(token).send();
    }
}
