package dev.porchlight.server.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.porchlight.server.DevSettings.DevApp;
import dev.porchlight.server.Settings;
import dev.porchlight.server.fixture.Answer;
import dev.porchlight.server.fixture.HouseUnderTest;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DevTest {
    private static final String STATUS = "/v2/users/{userId}/presence_status";

    private final HouseUnderTest house = HouseUnderTest.emulator(new DevApp("bot", "secret-of-the-bot"));

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void withoutDevThesePathsDoNotExist() {
        try (HouseUnderTest ordinary = new HouseUnderTest(Settings.defaults())) {
            ordinary.get("/_dev/clock").send().refuses(404, 2300, "This API endpoint is not recognized.");
            ordinary.post("/_dev/reset").send().refuses(404, 2300, "This API endpoint is not recognized.");
        }
    }

    @Test
    void aReadyAppGetsATokenThatMayDoEverythingInItsAccount() {
        house.addSignedIn("ada");
        String token = token();
        house.put("/v2/users/ada/presence_status")
                .bearer(token)
                .json("{\"status\":\"Away\"}")
                .send()
                .hasNoContent();
        house.get("/v1/apps").bearer(token).send().hasStatus(200);
    }

    @Test
    void aResetMakesEverythingAsItWasAtTheStart() {
        house.addSignedIn("ada");
        String token = token();
        house.post("/_dev/clock").json("{\"advance\":\"PT1H\",\"frozen\":true}").send();
        fault("{\"status\":503,\"times\":5,\"path\":\"/v2/users\"}");

        house.post("/_dev/reset").send().hasNoContent();

        assertThat(house.get("/_dev/clock").send().text("now")).isEqualTo("2026-03-27T04:00:00Z");
        assertThat(house.get("/_dev/requests").send().at("requests")).isEmpty();
        house.get("/v2/users").bearer(token).send().refuses(401, 124, "Invalid access token.");
        assertThat(house.get("/v2/users")
                        .bearer(house.admin())
                        .send()
                        .hasStatus(200)
                        .at("users"))
                .isEmpty();
        house.get("/v2/users").bearer(token()).send().hasStatus(200);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://elsewhere.example",
        "Origin, null",
        "Origin, http://127.0.0.1:1",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void aPageOfAnotherSiteCannotResetIt(String header, String value) {
        house.addUser("ada");
        for (String path : List.of("/_dev/reset", "/_dev/clock", "/_dev/faults")) {
            house.post(path)
                    .header(header, value)
                    .send()
                    .refuses(403, 300, "A page of another site may not use an emulator's controls.");
        }
        house.get("/_dev/requests").header(header, value).send().hasStatus(403);
        house.get("/v2/users/ada").bearer(house.admin()).send().hasStatus(200);
    }

    @Test
    void thePagesOfTheServerItselfMay() {
        house.post("/_dev/reset")
                .header("Origin", house.uri())
                .header("Sec-Fetch-Site", "same-origin")
                .send()
                .hasNoContent();
        house.get("/_dev/clock").header("Sec-Fetch-Site", "none").send().hasStatus(200);
    }

    @Test
    void aServerOnAStoreOfSomebodyElsesDoesNotEmptyIt() {
        Settings settings = Settings.defaults().withDev(new dev.porchlight.server.DevSettings(true, false, List.of()));
        try (HouseUnderTest kept = new HouseUnderTest(settings)) {
            kept.addUser("ada");
            assertThat(kept.post("/_dev/reset").send().hasStatus(409).text("message"))
                    .contains("keeps a folder");
            kept.get("/v2/users/ada").bearer(kept.admin()).send().hasStatus(200);
        }
    }

    @Test
    void whatArrivedCanBeReadWithTheRuleThatRefusedIt() {
        house.addUser("ada");
        String token = token();
        house.delete("/_dev/requests").send().hasNoContent();
        house.put("/v2/users/ada/presence_status?trace=1")
                .bearer(token)
                .json("{\"status\":\"Away\"}")
                .send()
                .hasStatus(400);
        house.get("/v3/unknown").send();

        JsonNode requests = house.get("/_dev/requests").send().hasStatus(200).at("requests");
        assertThat(requests).hasSize(2);
        JsonNode put = requests.path(0);
        assertThat(put.path("method").asText()).isEqualTo("PUT");
        assertThat(put.path("path").asText()).isEqualTo("/v2/users/ada/presence_status");
        assertThat(put.path("query").asText()).isEqualTo("trace=1");
        assertThat(put.path("body").asText()).isEqualTo("{\"status\":\"Away\"}");
        assertThat(put.at("/headers/content-type/0").asText()).isEqualTo("application/json");
        assertThat(put.path("by").asText()).isEqualTo("app:bot");
        assertThat(put.path("status").asInt()).isEqualTo(400);
        assertThat(put.path("rule").asText()).isEqualTo("NOT_SIGNED_IN");
        assertThat(put.path("at").asText()).isEqualTo("2026-03-27T04:00:00Z");
        assertThat(requests.path(1).path("status").asInt()).isEqualTo(404);
    }

    @Test
    void noSecretIsKeptOfWhatArrived() {
        String token = token();
        house.post("/oauth/revoke")
                .header("Authorization", basic())
                .form("token", token)
                .send()
                .hasStatus(200);
        house.post("/v1/apps")
                .bearer(house.admin())
                .json("{\"name\":\"b\",\"client_secret\":\"a-secret-of-\\\"length\",\"scopes\":[\"user:read\"]}")
                .send();

        assertThat(house.get("/_dev/requests").send().body())
                .contains("token=…", "\\\"client_secret\\\":\\\"…\\\"", "Basic …", "Bearer …")
                .doesNotContain(token, house.admin(), "secret-of-", basic());
    }

    @Test
    void onlyTheNewestRequestsAreKept() {
        for (int i = 0; i < Recorder.KEPT + 5; i++) {
            house.get("/nowhere/" + i).send();
        }
        Answer all = house.get("/_dev/requests").send();
        assertThat(all.at("requests")).hasSize(Recorder.KEPT);
        assertThat(all.at("dropped").asInt()).isEqualTo(5);
        assertThat(all.at("requests/0/path").asText()).isEqualTo("/nowhere/5");
    }

    @Test
    void aFaultHitsSoManyRequestsAndThenNoMore() {
        house.addSignedIn("ada");
        fault("{\"method\":\"put\",\"path\":\"" + STATUS + "\",\"times\":2,\"status\":429,\"code\":429,"
                + "\"message\":\"Slow down.\",\"headers\":{\"Retry-After\":\"7\"}}");

        away("ada").refuses(429, 429, "Slow down.").hasHeader("retry-after", "7");
        assertThat(house.get("/_dev/faults").send().at("faults/0/times").asInt())
                .isEqualTo(1);
        away("ada").hasStatus(429);
        away("ada").hasStatus(204);
        assertThat(house.get("/_dev/requests")
                        .send()
                        .at("requests")
                        .valueStream()
                        .map(request -> request.path("rule").asText()))
                .contains("FAULT");
    }

    @Test
    void aFaultOfAUserIsForThatUserHoweverThePathNamesIt() {
        house.addSignedIn("ada");
        house.addSignedIn("bob");
        fault("{\"user\":\"ada\",\"status\":500,\"times\":3}");

        away("bob").hasStatus(204);
        away("ada").hasStatus(500);
        away("Ada@example.com").hasStatus(500);
        house.put("/v2/users/me/presence_status")
                .bearer(house.userToken("ada", "user:write"))
                .json("{\"status\":\"Away\"}")
                .sendToFault()
                .hasStatus(500);
        away("ada").hasStatus(204);
    }

    @Test
    void aBrokenConnectionCanBeAskedFor() {
        house.addSignedIn("ada");
        fault("{\"method\":\"PUT\",\"drop\":true}");
        assertThatThrownBy(() -> away("ada")).isInstanceOf(UncheckedIOException.class);
        assertThat(house.get("/_dev/requests").send().body()).contains("\"rule\":\"DROPPED\"");
        away("ada").hasStatus(204);
    }

    @Test
    void aDelayedRequestIsAnsweredAsEver() {
        fault("{\"path\":\"/health/live\",\"delay\":\"PT0.2S\"}");
        long start = System.nanoTime();
        house.get("/health/live").send().hasStatus(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    {}                                                    | status
                    {"status":99}                                         | status
                    {"status":500,"times":0}                              | times
                    {"delay":"2s"}                                        | delay
                    {"delay":"PT1H"}                                      | delay
                    {"status":500,"headers":{"Content-Length":"9"}}       | headers
                    {"status":500,"headers":{"a b":"9"}}                  | headers
                    {"status":500,"headers":{"X-A":"a\\r\\nSet-Cookie: b"}} | headers
                    """)
    void aBadFaultSaysWhatIsAllowed(String body, String field) {
        house.post("/_dev/faults").json(body).send().refusesFields(field);
        assertThat(house.get("/_dev/faults").send().at("faults")).isEmpty();
    }

    private void fault(String json) {
        house.post("/_dev/faults").json(json).send().hasNoContent();
    }

    private Answer away(String user) {
        return house.put("/v2/users/" + user + "/presence_status")
                .bearer(house.admin())
                .json("{\"status\":\"Away\"}")
                .sendToFault();
    }

    private String token() {
        return house.post("/oauth/token")
                .header("Authorization", basic())
                .form("grant_type", "account_credentials", "account_id", "default")
                .send()
                .hasStatus(200)
                .text("access_token");
    }

    private static String basic() {
        byte[] pair = "bot:secret-of-the-bot".getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }
}
