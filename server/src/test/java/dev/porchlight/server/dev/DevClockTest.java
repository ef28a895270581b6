package dev.porchlight.server.dev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.fixture.Answer;
import dev.porchlight.server.fixture.HouseUnderTest;
import dev.porchlight.server.fixture.Watch;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /_dev/clock}: the real clock of these houses stands still, so only what is asked for moves it. */
class DevClockTest {
    private final HouseUnderTest house = HouseUnderTest.emulator();

    @BeforeEach
    void signIn() {
        house.addSignedIn("ada");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void itShowsTheRealTimeUntilItIsMoved() {
        house.get("/_dev/clock").send().hasStatus(200).hasBody("""
                {"now":"2026-03-27T04:00:00Z","frozen":false}""");
        house.pass(Duration.ofSeconds(5));
        assertThat(house.get("/_dev/clock").send().text("now")).isEqualTo("2026-03-27T04:00:05Z");
    }

    @Test
    void afterASetClockTimeRunsOnUnlessItIsFrozen() {
        move("{\"set\":\"2027-01-01T00:00:00Z\"}").hasBody("""
                {"now":"2027-01-01T00:00:00Z","frozen":false}""");
        house.pass(Duration.ofSeconds(5));
        assertThat(move("{\"frozen\":true}").text("now")).isEqualTo("2027-01-01T00:00:05Z");
        house.pass(Duration.ofSeconds(5));
        assertThat(move("{\"advance\":\"PT1S\"}").text("now")).isEqualTo("2027-01-01T00:00:06Z");
        move("{\"frozen\":false}");
        house.pass(Duration.ofSeconds(4));
        assertThat(house.get("/_dev/clock").send().text("now")).isEqualTo("2027-01-01T00:00:10Z");
    }

    @Test
    void theMinutePassesWhenTheClockSaysSo() {
        set("ada", "Away", null).hasStatus(204);
        set("ada", "Busy", null).hasStatus(429).hasHeader("retry-after", "60");
        move("{\"advance\":\"PT59S\"}");
        set("ada", "Busy", null).hasStatus(429).hasHeader("retry-after", "1");
        move("{\"advance\":\"PT1S\"}");
        set("ada", "Busy", null).hasStatus(204);
    }

    @Test
    void everyEndOnTheWayHasHappenedAtItsOwnInstantBeforeTheReply() {
        set("ada", "Do_Not_Disturb", "20").hasStatus(204);

        move("{\"advance\":\"P2D\"}").hasStatus(200);

        Answer history = house.get("/v1/users/ada/history?from=2026-03-27T00:00:00Z")
                .bearer(house.admin())
                .send()
                .hasStatus(200);
        assertThat(history.json()
                        .path("changes")
                        .valueStream()
                        .map(event -> event.path("status").asText() + " "
                                + event.path("at").asText()))
                .containsSubsequence(
                        "Do_Not_Disturb 2026-03-27T04:00:00Z",
                        "Available 2026-03-27T04:20:00Z",
                        "Offline 2026-03-28T04:00:00Z");
    }

    @Test
    void aWatcherHearsOfTheEndsAndIsNotTakenForDead() throws InterruptedException {
        try (Watch watch = Watch.open(house, house.admin(), "")) {
            watch.say("{\"watch\":[\"ada\"]}");
            assertThat(watch.next()).contains("Available");
            move("{\"advance\":\"P2D\"}").hasStatus(200);
            assertThat(watch.next()).contains("Offline");
            watch.hasNothing();
            house.signIn("ada", "6.2.0");
            assertThat(watch.next()).contains("Available");
        }
    }

    @Test
    void aClockMayGoBackAndNothingIsUndone() {
        move("{\"advance\":\"P2D\"}");
        assertThat(house.statusOf("ada")).isEqualTo("Offline");

        assertThat(move("{\"set\":\"2026-03-27T04:00:00Z\"}").text("now")).isEqualTo("2026-03-27T04:00:00Z");
        assertThat(house.statusOf("ada")).isEqualTo("Offline");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    {}                                                 | advance
                    {"advance":"61"}                                   | advance
                    {"advance":"-PT1S"}                                | advance
                    {"advance":"P400D"}                                | advance
                    {"advance":"PT1S","set":"2027-01-01T00:00:00Z"}    | set
                    {"set":"2199-01-01T00:00:00Z"}                     | set
                    {"set":"tomorrow"}                                 | set
                    {"frozen":"yes"}                                   | frozen
                    """)
    void aBadMoveSaysWhatIsAllowedAndMovesNothing(String body, String field) {
        move(body).refusesFields(field);
        assertThat(house.get("/_dev/clock").send().text("now")).isEqualTo("2026-03-27T04:00:00Z");
    }

    private Answer move(String json) {
        return house.post("/_dev/clock").json(json).send();
    }

    private Answer set(String user, String status, @org.jspecify.annotations.Nullable String duration) {
        String minutes = duration == null ? "" : ",\"duration\":" + duration;
        return house.put("/v2/users/" + user + "/presence_status")
                .bearer(house.admin())
                .json("{\"status\":\"" + status + "\"" + minutes + "}")
                .send();
    }
}
