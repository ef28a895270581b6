package dev.porchlight.server.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.fixture.Answer;
import dev.porchlight.server.fixture.HouseUnderTest;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** {@code /v1/users/{userId}/presence} with its why, and {@code /v1/presence/query}. */
class PresenceTest {
    @AutoClose
    private final HouseUnderTest house = new HouseUnderTest();

    private String token;

    @BeforeEach
    void adaIsSignedIn() {
        house.addSignedIn("ada");
        token = house.serverToken("user:write:admin", "user:read:admin");
    }

    @Nested
    class Why {
        @Test
        void anActiveSessionIsNamed() {
            assertThat(presence("ada").body()).isEqualTo("""
                            {"user":"ada","status":"Available","since":"2026-03-27T04:00:00Z","revision":1,"why":{\
                            "rule":"active_session","winner":"sessions","sessions":[{"session_id":"desk",\
                            "platform":"desktop","version":"6.2.0","state":"active","since":"2026-03-27T04:00:00Z",\
                            "state_since":"2026-03-27T04:00:00Z","lease_until":"2026-03-28T04:00:00Z"}],"claims":[],\
                            "next_change":"2026-03-28T04:00:00Z"}}""");
        }

        @Test
        void aDeclarationWinsUntilItsEnd() {
            house.put("/v2/users/ada/presence_status")
                    .bearer(token)
                    .form("status", "Do_Not_Disturb", "duration", "30")
                    .send()
                    .hasNoContent();
            Answer answer = presence("ada");
            assertThat(answer.text("status")).isEqualTo("Do_Not_Disturb");
            assertThat(answer.text("until")).isEqualTo("2026-03-27T04:30:00Z");
            assertThat(answer.text("/why/rule")).isEqualTo("do_not_disturb_declared");
            assertThat(answer.text("/why/winner")).isEqualTo("declaration");
            assertThat(answer.text("/why/next_change")).isEqualTo("2026-03-27T04:30:00Z");
            assertThat(answer.text("/why/declaration/by")).isEqualTo("token:server");
            assertThat(answer.text("/why/declaration/until")).isEqualTo("2026-03-27T04:30:00Z");
            assertThat(answer.at("revision").asLong()).isEqualTo(2);
        }

        @Test
        void aNewerClaimIsNamedWithItsSource() {
            house.put("/v2/users/ada/presence_status")
                    .bearer(token)
                    .form("status", "Available")
                    .send()
                    .hasNoContent();
            house.pass(Duration.ofSeconds(1));
            claim("meeting", "In_A_Zoom_Meeting");
            Answer answer = presence("ada");
            assertThat(answer.text("status")).isEqualTo("In_A_Zoom_Meeting");
            assertThat(answer.text("/why/rule")).isEqualTo("newer_claim");
            assertThat(answer.text("/why/winner")).isEqualTo("claim:meeting");
            assertThat(answer.text("/why/claims/0/source")).isEqualTo("meeting");
            assertThat(answer.text("/why/declaration/status")).isEqualTo("Available");
        }

        @Test
        void nobodySignedInIsOffline() {
            house.addUser("bob");
            Answer answer = presence("bob");
            assertThat(answer.text("status")).isEqualTo("Offline");
            assertThat(answer.text("/why/rule")).isEqualTo("nobody_signed_in");
            assertThat(answer.text("/why/winner")).isEqualTo("nobody");
            assertThat(answer.at("revision").asLong()).isZero();
            assertThat(answer.at("/why/sessions").isEmpty()).isTrue();
        }

        @Test
        void whatHasEndedIsNotTold() {
            house.put("/v1/users/ada/claims/phone")
                    .bearer(token)
                    .json("{\"status\":\"On_A_Call\",\"duration\":5}")
                    .send()
                    .hasNoContent();
            house.pass(Duration.ofMinutes(5));
            Answer answer = presence("ada");
            assertThat(answer.text("status")).isEqualTo("Available");
            assertThat(answer.at("/why/claims").isEmpty()).isTrue();
        }

        @Test
        void someoneElsesWhyIsNotForAUsersToken() {
            house.addUser("bob");
            house.get("/v1/users/ada/presence")
                    .bearer(house.userToken("bob", "user:read"))
                    .send()
                    .refuses(
                            400,
                            5411,
                            "Unauthorized request. You do not have permission to get the presence status of this"
                                    + " user.");
        }
    }

    @Nested
    class Query {
        @Test
        void allAreAnsweredInTheOrderAsked() {
            house.addUser("bob");
            house.put("/v2/users/ada/presence_status")
                    .bearer(token)
                    .form("status", "Do_Not_Disturb", "duration", "30")
                    .send()
                    .hasNoContent();
            assertThat(query("{\"users\":[\"bob@example.com\",\"ada\"]}")
                            .hasStatus(200)
                            .body())
                    .isEqualTo("""
                            {"users":[{"user":"bob","status":"Offline","since":"1970-01-01T00:00:00Z","revision":0},\
                            {"user":"ada","status":"Do_Not_Disturb","since":"2026-03-27T04:00:00Z",\
                            "until":"2026-03-27T04:30:00Z","revision":2}],"unknown":[]}""");
        }

        @Test
        void whoIsUnknownIsNamedAndNoError() {
            Answer answer =
                    query("{\"users\":[\"nobody\",\"ada\",\"no@example.com\"]}").hasStatus(200);
            assertThat(answer.at("users").findValuesAsText("user")).containsExactly("ada");
            assertThat(answer.at("unknown").toString()).isEqualTo("[\"nobody\",\"no@example.com\"]");
        }

        @Test
        void aUserOfAnotherAccountIsUnknown() {
            house.addAccount("other");
            house.addUser("other", "eve");
            house.signIn("other", "eve", "desk", "6.0", "active");
            assertThat(query("{\"users\":[\"eve\",\"eve@example.com\"]}")
                            .hasStatus(200)
                            .body())
                    .isEqualTo("{\"users\":[],\"unknown\":[\"eve\",\"eve@example.com\"]}");
        }

        @Test
        void whoIsNamedTwiceIsAnsweredOnce() {
            Answer answer =
                    query("{\"users\":[\"ada\",\"ada@example.com\",\"ada\"]}").hasStatus(200);
            assertThat(answer.at("users").findValuesAsText("user")).containsExactly("ada");
        }

        @Test
        void aUsersTokenIsAnsweredAboutItsUserOnly() {
            house.addUser("bob");
            token = house.userToken("bob", "user:read");
            assertThat(query("{\"users\":[\"bob\",\"nobody\"]}").hasStatus(200).text("/users/0/user"))
                    .isEqualTo("bob");
            query("{\"users\":[\"bob\",\"ada\"]}")
                    .refuses(
                            400,
                            5411,
                            "Unauthorized request. You do not have permission to get the presence status of this"
                                    + " user.");
        }

        @Test
        void aThousandOfTheLongestAddressesMayBeAskedForAndNoMore() {
            Answer answer = query(asking(1000)).hasStatus(200);
            assertThat(answer.at("unknown").size()).isEqualTo(1000);
            query(asking(1001)).refusesFields("users").saysOf("users", "users: 1001 users (expected: at most 1000)");
        }

        @Test
        void nobodyMayBeAskedForToo() {
            assertThat(query("{\"users\":[]}").hasStatus(200).body()).isEqualTo("{\"users\":[],\"unknown\":[]}");
        }

        @Test
        void theListIsRequired() {
            query("{}").refusesFields("users");
            query("{\"users\":\"ada\"}").refusesFields("users");
            query("{\"users\":[5]}").refusesFields("users[0]");
            query("{\"users\":[null]}").refusesFields("users[0]");
        }

        @Test
        void meIsNobodyInAList() {
            Answer answer = query("{\"users\":[\"me\"]}").hasStatus(200);
            assertThat(answer.at("unknown").toString()).isEqualTo("[\"me\"]");
        }

        private String asking(int count) {
            return IntStream.range(0, count)
                    .mapToObj(i -> "\"%04d%s@%s\"".formatted(i, "x".repeat(60), "y".repeat(189)))
                    .collect(Collectors.joining(",", "{\"users\":[", "]}"));
        }

        private Answer query(String json) {
            return house.post("/v1/presence/query").bearer(token).json(json).send();
        }
    }

    private Answer presence(String user) {
        return house.get("/v1/users/" + user + "/presence").bearer(token).send().hasStatus(200);
    }

    private void claim(String source, String status) {
        house.put("/v1/users/ada/claims/" + source)
                .bearer(token)
                .json("{\"status\":\"" + status + "\"}")
                .send()
                .hasNoContent();
    }
}
