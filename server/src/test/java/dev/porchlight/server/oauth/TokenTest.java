package dev.porchlight.server.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.fixture.Answer;
import dev.porchlight.server.fixture.Ask;
import dev.porchlight.server.fixture.HouseUnderTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /oauth/token} (zoom-wire: Tokens and scopes). */
class TokenTest {
    @AutoClose
    private final HouseUnderTest house = new HouseUnderTest();

    @BeforeEach
    void anAppAndAda() {
        house.addSignedIn("ada");
        house.post("/v1/apps").bearer(house.admin()).json("""
                        {"name":"Calendar","client_id":"calendar","client_secret":"secret",
                        "scopes":["user:read:admin","user:write:admin"]}""").send().hasStatus(201);
    }

    @Test
    void aClientIsGivenATokenForAnHour() {
        Answer given = token("?grant_type=client_credentials").send().hasStatus(200);
        assertThat(given.json().toString()).isEqualTo("""
                        {"access_token":"%s","token_type":"bearer","expires_in":3600,\
                        "scope":"user:read:admin user:write:admin","api_url":"%s"}""".formatted(given.text("access_token"), house.uri()));
        given.hasHeader("cache-control", "no-store");
        update(given.text("access_token"), "Away").hasNoContent();
    }

    @Test
    void itExpiresToTheSecond() {
        String token =
                token("?grant_type=client_credentials").send().hasStatus(200).text("access_token");
        house.pass(Duration.ofHours(1).minusNanos(1));
        update(token, "Away").hasNoContent();
        house.pass(Duration.ofNanos(1));
        update(token, "Away").refuses(401, 124, "Access token is expired.");
    }

    @Test
    void aTokenDoesNotEndTheOneBefore() {
        String first = token("?grant_type=client_credentials").send().text("access_token");
        String second = token("?grant_type=client_credentials").send().text("access_token");
        assertThat(second).isNotEqualTo(first);
        update(first, "Away").hasNoContent();
    }

    @Test
    void parametersMayBeInAForm() {
        token("")
                .form("grant_type", "account_credentials", "account_id", "default")
                .send()
                .hasStatus(200);
    }

    @Test
    void anEmptyBodyMayBeCalledJson() {
        token("?grant_type=account_credentials&account_id=default")
                .header("Content-Type", "application/json")
                .send()
                .hasStatus(200);
    }

    @Test
    void theWordBasicMayBeInAnyLetterCase() {
        house.post("/oauth/token?grant_type=client_credentials")
                .header("authorization", "bASIC " + encoded("calendar:secret"))
                .send()
                .hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&account_id=other", "&account_id="})
    void anotherAccountIsRefused(String account) {
        token("?grant_type=account_credentials" + account)
                .send()
                .hasStatus(400)
                .hasBody("{\"reason\":\"Invalid account_id\",\"error\":\"invalid_request\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grant_type=password | unsupported grant type        | unsupported_grant_type",
                "grant_type=         | Missing parameter: grant_type | invalid_request",
                "''                   | Missing parameter: grant_type | invalid_request",
                "grant_type=%zz      | Missing parameter: grant_type | invalid_request"
            })
    void anyOtherGrantIsRefused(String form, String reason, String error) {
        token("")
                .body("application/x-www-form-urlencoded", form)
                .send()
                .hasStatus(400)
                .hasBody("{\"reason\":\"%s\",\"error\":\"%s\"}".formatted(reason, error));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "calendar:wrong",
                "calendar:",
                "unknown:secret",
                "calendar",
                ":",
                "CALENDAR:secret",
                "calendar:secret "
            })
    void aWrongClientIsRefused(String credentials) {
        house.post("/oauth/token?grant_type=client_credentials")
                .header("Authorization", "Basic " + encoded(credentials))
                .send()
                .hasStatus(400)
                .hasBody("{\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic %%%", "Basic ", "Basic", "Bearer abc", ""})
    void aClientThatDoesNotSayWhoItIsIsRefused(String authorization) {
        house.post("/oauth/token?grant_type=client_credentials")
                .header("Authorization", authorization)
                .send()
                .hasStatus(400)
                .hasBody("{\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}");
    }

    @Test
    void fewerScopesMayBeAskedForButNotOthers() {
        Answer given = token("?grant_type=client_credentials&scope=user:read:admin")
                .send()
                .hasStatus(200);
        assertThat(given.text("scope")).isEqualTo("user:read:admin");
        update(given.text("access_token"), "Away").hasStatus(400);
        token("?grant_type=client_credentials&scope=user:read:admin+porchlight:admin")
                .send()
                .hasStatus(400)
                .hasBody("{\"reason\":\"Invalid scope: porchlight:admin\",\"error\":\"invalid_scope\"}");
    }

    @Test
    void aTokenOfARemovedAppIsWorthNothingAtOnce() {
        String token =
                token("?grant_type=client_credentials").send().hasStatus(200).text("access_token");
        update(token, "Away").hasNoContent();
        house.delete("/v1/apps/calendar").bearer(house.admin()).send().hasNoContent();
        update(token, "Away").refuses(401, 124, "Invalid access token.");
        token("?grant_type=client_credentials").send().hasStatus(400);
    }

    @Test
    void aRevokedTokenIsWorthNothingAtOnce() {
        String token =
                token("?grant_type=client_credentials").send().hasStatus(200).text("access_token");
        update(token, "Away").hasNoContent();
        revoke().form("token", token).send().hasStatus(200).hasBody("{\"status\":\"success\"}");
        update(token, "Away").refuses(401, 124, "Invalid access token.");
    }

    @Test
    void revokingWhatIsNotThereIsNoFailure() {
        revoke().form("token", "unknown").send().hasStatus(200).hasBody("{\"status\":\"success\"}");
        revoke().send()
                .hasStatus(400)
                .hasBody("{\"reason\":\"Missing parameter: token\",\"error\":\"invalid_request\"}");
    }

    @Test
    void anAppRevokesItsOwnTokensOnly() {
        revoke().form("token", house.admin()).send().hasStatus(200);
        house.get("/v2/users").bearer(house.admin()).send().hasStatus(200);
    }

    @Test
    void onlyTheAppItselfMayRevoke() {
        house.post("/oauth/revoke")
                .header("Authorization", "Basic " + encoded("calendar:wrong"))
                .form("token", "unknown")
                .send()
                .hasStatus(400)
                .hasBody("{\"reason\":\"Invalid client_id or client_secret\",\"error\":\"invalid_client\"}");
    }

    private Ask token(String query) {
        return basic(house.post("/oauth/token" + query));
    }

    private Ask revoke() {
        return basic(house.post("/oauth/revoke"));
    }

    private Answer update(String token, String status) {
        return house.put("/v2/users/ada/presence_status")
                .bearer(token)
                .form("status", status)
                .send();
    }

    private static Ask basic(Ask ask) {
        return ask.header("Authorization", "Basic " + encoded("calendar:secret"));
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
