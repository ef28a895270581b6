package dev.porchlight.server.v1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.fixture.Answer;
import dev.porchlight.server.fixture.HouseUnderTest;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /v1/tokens}: access tokens of an account. */
class TokensTest {
    @AutoClose
    private final HouseUnderTest house = new HouseUnderTest();

    @Test
    void aTokenOfAUserIsShownOnce() {
        house.addUser("ada");
        Answer made = create("{\"user\":\"ada@example.com\",\"name\":\"phone\",\"scopes\":[\"user:write\"],"
                        + "\"expires_in\":3600}")
                .hasStatus(201);
        assertThat(made.text("user_id")).isEqualTo("ada");
        assertThat(made.text("expires_at")).isEqualTo("2026-03-27T05:00:00Z");
        String secret = made.text("access_token");
        assertThat(secret).matches("[A-Za-z0-9_-]{43}");
        Answer listed = list();
        assertThat(listed.body()).contains(made.text("token_id")).doesNotContain(secret);
        assertThat(listed.text("/tokens/0/name")).isNotEmpty();
    }

    @Test
    void aServersTokenNamesNoUserAndHasNoEnd() {
        Answer made =
                create("{\"scopes\":[\"user:read:admin\",\"user:read:admin\"]}").hasStatus(201);
        assertThat(made.body()).isEqualTo("""
                        {"token_id":"%s","access_token":"%s","name":"server","scopes":["user:read:admin"],\
                        "created_at":"2026-03-27T04:00:00Z"}""".formatted(made.text("token_id"), made.text("access_token")));
        house.pass(Duration.ofDays(3650));
        house.get("/v2/users").bearer(made.text("access_token")).send().hasStatus(200);
    }

    @Test
    void aRevokedTokenIsWorthNothingAtOnce() {
        Answer made = create("{\"scopes\":[\"user:read:admin\"]}").hasStatus(201);
        house.get("/v2/users").bearer(made.text("access_token")).send().hasStatus(200);
        revoke(made.text("token_id")).hasNoContent();
        house.get("/v2/users").bearer(made.text("access_token")).send().refuses(401, 124, "Invalid access token.");
        revoke(made.text("token_id")).refuses(404, 1001, "Token does not exist: " + made.text("token_id") + ".");
    }

    @Test
    void aTokenOfAMissingUserIsNotMade() {
        create("{\"user\":\"nobody\",\"scopes\":[\"user:read\"]}").refuses(404, 1001, "User does not exist: nobody.");
    }

    @Test
    void anotherAccountsTokenIsNotThere() {
        house.addAccount("other");
        String theirs = house.post("/v1/tokens")
                .bearer(house.operator())
                .header("Porchlight-Account", "other")
                .json("{\"scopes\":[\"porchlight:admin\"]}")
                .send()
                .hasStatus(201)
                .text("token_id");
        assertThat(list().body()).doesNotContain(theirs);
        revoke(theirs).refuses(404, 1001, "Token does not exist: " + theirs + ".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                               | scopes",
                "{\"scopes\":[]}                                  | scopes",
                "{\"scopes\":[\"admin\"]}                         | scopes",
                "{\"scopes\":[\"user:read\"],\"name\":\"\\n\"}    | name",
                "{\"scopes\":[\"user:read\"],\"expires_in\":0}    | expires_in",
                "{\"scopes\":[\"user:read\"],\"expires_in\":-1}   | expires_in",
                "{\"scopes\":[\"user:read\"],\"expires_in\":316224001} | expires_in",
                "{\"scopes\":[\"user:read\"],\"expires_in\":1e3}  | expires_in"
            })
    void aBadFieldIsNamed(String body, String fields) {
        create(body).refusesFields(fields.split(","));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user:write:admin", "user:read:admin"})
    void onlyAnAdministratorSeesAndMakesTokens(String scope) {
        String token = house.serverToken(scope);
        String needed = "Invalid access token, does not contain scopes:[porchlight:admin].";
        house.get("/v1/tokens").bearer(token).send().refuses(400, 4711, needed);
        house.post("/v1/tokens").bearer(token).json("{}").send().refuses(400, 4711, needed);
        house.delete("/v1/tokens/a").bearer(token).send().refuses(400, 4711, needed);
    }

    private Answer create(String json) {
        return house.post("/v1/tokens").bearer(house.admin()).json(json).send();
    }

    private Answer list() {
        return house.get("/v1/tokens").bearer(house.admin()).send().hasStatus(200);
    }

    private Answer revoke(String id) {
        return house.delete("/v1/tokens/" + id).bearer(house.admin()).send();
    }
}
