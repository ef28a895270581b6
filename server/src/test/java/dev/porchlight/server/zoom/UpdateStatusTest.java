package dev.porchlight.server.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.fixture.Ask;
import dev.porchlight.server.fixture.HouseUnderTest;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in which clients send an update that is accepted. */
class UpdateStatusTest {
    private static final String ADA = "/v2/users/ada/presence_status";

    @AutoClose
    private final HouseUnderTest house = new HouseUnderTest();

    private String token;

    @BeforeEach
    void adaIsSignedIn() {
        house.addSignedIn("ada");
        token = house.serverToken("user:write:admin");
    }

    @Test
    void theSeedsRequestIsAccepted() {
        house.put(ADA)
                .bearer(token)
                .multipart("status", "Available", "duration", "Available1221")
                .send()
                .hasNoContent();
        assertThat(house.statusOf("ada")).isEqualTo("Available");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aBodyMayComeInEachForm(UnaryOperator<Ask> body) {
        body.apply(house.put(ADA).bearer(token)).send().hasNoContent();
        assertThat(house.statusOf("ada")).isEqualTo("Away");
    }

    static List<Named<UnaryOperator<Ask>>> bodies() {
        return List.of(
                Named.of("multipart", ask -> ask.multipart("status", "Away")),
                Named.of("urlencoded", ask -> ask.form("status", "Away")),
                Named.of("JSON", ask -> ask.json("{\"status\":\"Away\"}")),
                Named.of("duration null", ask -> ask.json("{\"status\":\"Away\",\"duration\":null}")),
                Named.of("unknown fields", ask -> ask.json("{\"status\":\"Away\",\"mood\":{\"good\":true}}")),
                Named.of(
                        "JSON with charset",
                        ask -> ask.body("Application/JSON;charset=utf-8", "{\"status\":\"Away\"}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer", "BEARER", "Bearer", "bEaReR"})
    void theWordBearerMayBeInAnyLetterCase(String scheme) {
        house.put(ADA)
                .header("Authorization", scheme + " " + token)
                .form("status", "Away")
                .send()
                .hasNoContent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "ada@example.com", "ada%40example.com", "ADA@Example.com", "%61da"})
    void aUserIsFoundByIdOrAddress(String named) {
        house.put("/v2/users/" + named + "/presence_status")
                .bearer(token)
                .form("status", "Away")
                .send()
                .hasNoContent();
        assertThat(house.statusOf("ada")).isEqualTo("Away");
    }

    @ParameterizedTest
    @MethodSource("ownNames")
    void aUsersTokenMayNameItsUserInEachWay(String named) {
        house.put("/v2/users/" + named + "/presence_status")
                .bearer(house.userToken("ada", "user:write"))
                .form("status", "Away")
                .send()
                .hasNoContent();
        assertThat(house.statusOf("ada")).isEqualTo("Away");
    }

    static Stream<String> ownNames() {
        return Stream.of("me", "ada", "ada@example.com", "ada%40example.com");
    }

    @Test
    void aServersTokenHasNoMe() {
        house.put("/v2/users/me/presence_status")
                .bearer(token)
                .form("status", "Away")
                .send()
                .refuses(
                        400,
                        4700,
                        "Invalid access token: a server-to-server token has no \"me\" (expected: a user's id or e-mail"
                                + " address).");
    }

    @Test
    void theSameStatusAgainIsAccepted() {
        house.put(ADA).bearer(token).form("status", "Available").send().hasNoContent();
        assertThat(house.statusOf("ada")).isEqualTo("Available");
    }
}
