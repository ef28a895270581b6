package dev.porchlight.server.oauth;

import static dev.porchlight.server.oauth.Town.PASSWORD;
import static dev.porchlight.server.oauth.Town.VERIFIER;
import static dev.porchlight.server.oauth.Town.WEB_BACK;
import static dev.porchlight.server.oauth.Town.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.fixture.Answer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A user allows an app something, and the app gets its tokens (RFC 6749, sections 4.1 and 6). */
class AuthorizeTest {
    @AutoClose
    private final Town town = new Town();

    @Test
    void whoAllowsAnAppIsSentBackWithACodeForTokensOfTheirOwn() {
        Map<String, String> back = town.allowed(page());
        assertThat(back).containsOnlyKeys("code", "state", "iss").containsEntry("state", "a state & more");

        Answer given = town.exchange(back.getOrDefault("code", "")).hasStatus(200);

        assertThat(given.text("token_type")).isEqualTo("bearer");
        assertThat(given.text("scope")).isEqualTo("user:read user:write");
        assertThat(given.at("expires_in").asInt()).isEqualTo(3600);
        given.hasHeader("cache-control", "no-store");
        assertThat(town.whose(given.text("access_token"))).isEqualTo("ada");
        town.house
                .put("/v2/users/me/presence_status")
                .bearer(given.text("access_token"))
                .form("status", "Away")
                .send()
                .hasNoContent();
    }

    @Test
    void thePageSaysWhoAsksForWhat() {
        Browser ada = new Browser(town.house);
        String page = page("scope", "user:read");

        Answer consent = ada.signIn(page, "ADA@example.com", PASSWORD);

        assertThat(consent.body())
                .contains("Allow Web &lt;b&gt;?", "See your name", "ada@example.com", "web.example")
                .doesNotContain("Web <b>", "Change your name");
    }

    @Test
    void whoDeniesItIsSentBackWithoutACode() {
        Browser ada = new Browser(town.house);
        Answer consent = ada.signIn(page(), "ada@example.com", PASSWORD);

        Map<String, String> back = Town.parameters(ada.send(consent, page(), "step", "deny"));

        assertThat(back)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("error", "access_denied", "state", "a state & more", "iss", town.house.uri()));
    }

    @Test
    void whoIsSignedInIsAskedAtOnceAndMaySignOut() {
        Browser ada = new Browser(town.house);
        ada.signIn(page(), "ada@example.com", PASSWORD);
        Answer consent = ada.open(page("state", "2")).hasStatus(200);
        assertThat(consent.body()).contains("ada@example.com");

        ada.send(consent, page(), "step", "sign_out").hasStatus(303);

        assertThat(ada.open(page()).body()).contains("Password").doesNotContain("ada@example.com");
    }

    @Test
    void aSignInEndsAfterTwelveHours() {
        Browser ada = new Browser(town.house);
        ada.signIn(page(), "ada@example.com", PASSWORD);

        town.house.pass(Duration.ofHours(12));

        assertThat(ada.open(page()).body()).contains("Password").doesNotContain("ada@example.com");
    }

    @ParameterizedTest
    @CsvSource({
        "ada@example.com, wrong",
        "nobody@example.com, correct horse battery",
        "ada, correct horse battery",
        "'', ''"
    })
    void whoDoesNotKnowThePasswordIsNotToldWhatIsWrong(String email, String password) {
        Browser somebody = new Browser(town.house);
        Answer page = somebody.open(page());

        Answer refused = somebody.send(page, page(), "step", "sign_in", "email", email, "password", password);

        assertThat(refused.hasStatus(400).body())
                .contains("That is not the e-mail address and password of a user here.");
    }

    @Test
    void aUserWithoutAPasswordCannotSignIn() {
        town.house
                .delete("/v1/users/ada/password")
                .bearer(town.house.admin())
                .send()
                .hasNoContent();
        Browser ada = new Browser(town.house);
        Answer page = ada.open(page());

        ada.send(page, page(), "step", "sign_in", "email", "ada@example.com", "password", PASSWORD)
                .hasStatus(400);
    }

    @Test
    void aNewTokenTakesThePlaceOfTheOldOne() {
        Answer first = town.exchange(town.code(page())).hasStatus(200);

        Answer second = town.refresh(first.text("refresh_token")).hasStatus(200);

        assertThat(second.text("refresh_token")).isNotEqualTo(first.text("refresh_token"));
        assertThat(town.whose(second.text("access_token"))).isEqualTo("ada");
        Answer narrow = town.tokens(
                        "grant_type",
                        "refresh_token",
                        "refresh_token",
                        second.text("refresh_token"),
                        "scope",
                        "user:read")
                .hasStatus(200);
        assertThat(narrow.text("scope")).isEqualTo("user:read");
        assertThat(town.refresh(narrow.text("refresh_token")).hasStatus(200).text("scope"))
                .isEqualTo("user:read user:write");
    }

    @Test
    void refreshTokensLastNinetyDays() {
        String token = town.exchange(town.code(page())).text("refresh_token");
        town.house.pass(Duration.ofDays(90).minusNanos(1));
        String next = town.refresh(token).hasStatus(200).text("refresh_token");

        town.house.pass(Duration.ofDays(90));

        Town.isInvalidGrant(town.refresh(next));
    }

    @Test
    void aCodeLastsFiveMinutes() {
        String code = town.code(page());

        town.house.pass(Duration.ofMinutes(5));

        Town.isInvalidGrant(town.exchange(code));
    }

    @Test
    void whoIsNoLongerActiveGetsNoMoreTokens() {
        String code = town.code(page());
        String token = town.exchange(town.code(page())).text("refresh_token");

        town.house.delete("/v2/users/ada").bearer(town.house.admin()).send().hasStatus(204);

        Town.isInvalidGrant(town.exchange(code));
        Town.isInvalidGrant(town.refresh(token));
    }

    @Test
    void aRevokedRefreshTokenTakesItsTokensWithIt() {
        Answer given = town.exchange(town.code(page())).hasStatus(200);

        town.house
                .post("/oauth/revoke")
                .header("Authorization", "Basic d2ViOnNlY3JldA==")
                .form("token", given.text("refresh_token"))
                .send()
                .hasStatus(200);

        town.isRefused(given.text("access_token"));
        Town.isInvalidGrant(town.refresh(given.text("refresh_token")));
    }

    @ParameterizedTest
    @CsvSource({
        "response_type, token, unsupported_response_type",
        "response_type, '', invalid_request",
        "scope, user:read:admin, invalid_scope",
        "scope, unknown, invalid_scope",
        "code_challenge_method, plain, invalid_request",
        "code_challenge_method, S512, invalid_request",
        "code_challenge_method, '', invalid_request",
        "code_challenge, short, invalid_request",
    })
    void theAppIsToldWhatIsWrongWithItsRequest(String name, String value, String error) {
        Map<String, String> back = Town.parameters(new Browser(town.house).open(page(name, value)));

        assertThat(back)
                .containsEntry("error", error)
                .containsEntry("state", "a state & more")
                .containsEntry("iss", town.house.uri())
                .doesNotContainKey("code");
    }

    @Test
    void aServersAppCannotAskUsers() {
        town.app("""
                {"name":"Server","client_id":"server","scopes":["user:read:admin"]}""");

        Answer answer = new Browser(town.house).open(page("client_id", "server"));

        answer.hasStatus(400).lacksHeader("location");
    }

    @Test
    void aUsersAppCannotActForItself() {
        town.tokens("grant_type", "client_credentials").hasStatus(400);
        assertThat(town.tokens("grant_type", "client_credentials").text("error"))
                .isEqualTo("unauthorized_client");
    }

    @Test
    void anAppOfOneAddressNeedNotNameIt() {
        String code = town.code(page("redirect_uri", ""));

        town.tokens("grant_type", "authorization_code", "code", code, "code_verifier", VERIFIER)
                .hasStatus(200);
        Town.isInvalidGrant(town.tokens(
                "grant_type",
                "authorization_code",
                "code",
                town.code(page("redirect_uri", WEB_BACK)),
                "code_verifier",
                VERIFIER));
    }
}
