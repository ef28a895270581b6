package dev.porchlight.server.oauth;

import static dev.porchlight.server.oauth.Town.PASSWORD;
import static dev.porchlight.server.oauth.Town.PHONE_BACK;
import static dev.porchlight.server.oauth.Town.VERIFIER;
import static dev.porchlight.server.oauth.Town.WEB_BACK;
import static dev.porchlight.server.oauth.Town.challenge;
import static dev.porchlight.server.oauth.Town.page;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.OAuthSettings;
import dev.porchlight.server.fixture.Answer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the security best current practice (RFC 9700) tells of, tried. */
class AttacksTest {
    @AutoClose
    private final Town town = new Town();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/callback",
                "https://web.example/callback/",
                "https://web.example/callback/../evil",
                "https://web.example/callback?x=1",
                "https://web.example/callback#x",
                "https://web.example.evil.example/callback",
                "https://web.example@evil.example/callback",
                "https://web.example:444/callback",
                "https://WEB.example/callback",
                "http://web.example/callback",
                "https://web.example/Callback",
                "//web.example/callback",
                "javascript:alert(1)",
                " https://web.example/callback",
                "https://web.example/callback\r\nX: y"
            })
    void nobodyIsSentToAnAddressThatIsNotTheApps(String address) {
        Browser ada = new Browser(town.house);

        ada.open(page("redirect_uri", address)).hasStatus(400).lacksHeader("location");
        ada.open(page("redirect_uri", address, "response_type", "nonsense"))
                .hasStatus(400)
                .lacksHeader("location");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:5000/other",
                "http://127.0.0.1:5000/callback?x",
                "http://127.0.0.1.evil.example:5000/callback",
                "http://127.0.0.1:5000@evil.example/callback",
                "http://evil.example#@127.0.0.1/callback",
                "http://evil.example\\@127.0.0.1/callback",
                "https://127.0.0.1:5000/callback",
                "http://localhost:5000/callback",
                "http://[::1]:5000/callback",
                "com.example.phone:/other",
                "com.example.phone:/back:5"
            })
    void anAppOnTheUsersMachineMayChooseItsPortAndNothingElse(String address) {
        String phone = page("client_id", "phone", "redirect_uri", address);

        new Browser(town.house).open(phone).hasStatus(400).lacksHeader("location");
        new Browser(town.house)
                .open(page("client_id", "phone", "redirect_uri", "http://127.0.0.1:51004/callback"))
                .hasStatus(200);
    }

    @Test
    void aParameterThatIsThereTwiceIsRefused() {
        new Browser(town.house)
                .open(page() + "&redirect_uri=https%3A%2F%2Fevil.example")
                .hasStatus(400)
                .lacksHeader("location");
        assertThat(Town.parameters(new Browser(town.house).open(page() + "&state=other")))
                .containsEntry("error", "invalid_request");
        town.tokens("grant_type", "authorization_code", "code", "a", "code", "b")
                .hasStatus(400);
    }

    @Test
    void aCodeThatIsReplayedTakesBackWhatItGave() {
        String code = town.code(page());
        Answer given = town.exchange(code).hasStatus(200);
        Answer next = town.refresh(given.text("refresh_token")).hasStatus(200);

        Town.isInvalidGrant(town.exchange(code));

        town.isRefused(given.text("access_token"));
        town.isRefused(next.text("access_token"));
        Town.isInvalidGrant(town.refresh(next.text("refresh_token")));
    }

    @Test
    void ofManyWhoBringOneCodeAtOnceNobodyKeepsATokenButOneGotIt() throws Exception {
        String code = town.code(page());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Integer>> all = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> town.exchange(code).status(), threads))
                    .toList();

            assertThat(all.stream().map(CompletableFuture::join).filter(status -> status == 200))
                    .hasSize(1);
        }
    }

    @Test
    void aRefreshTokenThatIsReusedTakesBackTheFamilyAndNoOther() {
        Answer stolen = town.exchange(town.code(page())).hasStatus(200);
        Answer other = town.exchange(town.code(page())).hasStatus(200);
        Answer thief = town.refresh(stolen.text("refresh_token")).hasStatus(200);

        Town.isInvalidGrant(town.refresh(stolen.text("refresh_token")));

        town.isRefused(thief.text("access_token"));
        Town.isInvalidGrant(town.refresh(thief.text("refresh_token")));
        assertThat(town.whose(other.text("access_token"))).isEqualTo("ada");
        town.refresh(other.text("refresh_token")).hasStatus(200);
    }

    @Test
    void aCodeIsNoOtherApps() {
        town.app("""
                {"name":"Evil","client_id":"evil","client_secret":"secret","scopes":["user:read"],
                "redirect_uris":["https://web.example/callback"]}""");
        String code = town.code(page());

        Town.isInvalidGrant(town.basic(
                        "evil:secret",
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        WEB_BACK,
                        "code_verifier",
                        VERIFIER)
                .send());
        town.exchange(code).hasStatus(200);
    }

    @Test
    void aRefreshTokenIsNoOtherApps() {
        town.app("""
                {"name":"Evil","client_id":"evil","client_secret":"secret","scopes":["user:read"],"redirect_uris":[]
                ,"kind":"user_authorised"}""");
        Answer given = town.exchange(town.code(page())).hasStatus(200);

        Town.isInvalidGrant(
                town.basic("evil:secret", "grant_type", "refresh_token", "refresh_token", given.text("refresh_token"))
                        .send());
        town.refresh(given.text("refresh_token")).hasStatus(200);
    }

    /** Somebody's code, brought into another sign-in of the same app: its verifier is another. */
    @Test
    void aCodeIsNotInjectedIntoAnotherSignIn() {
        String code = town.code(page("code_challenge", challenge("the-verifier-of-the-victim-0123456789-0123456789")));

        Town.isInvalidGrant(town.exchange(code));
    }

    @Test
    void aVerifierForACodeWithoutAChallengeIsADowngrade() {
        String code = town.code(page("code_challenge", "", "code_challenge_method", ""));

        Town.isInvalidGrant(town.exchange(code));
    }

    @Test
    void aChallengeNeedsItsVerifier() {
        Town.isInvalidGrant(
                town.tokens("grant_type", "authorization_code", "code", town.code(page()), "redirect_uri", WEB_BACK));
    }

    @Test
    void anAppWithoutASecretNeedsAChallenge() {
        String phone = page(
                "client_id",
                "phone",
                "redirect_uri",
                "http://127.0.0.1:51004/callback",
                "code_challenge",
                "",
                "code_challenge_method",
                "");

        assertThat(Town.parameters(new Browser(town.house).open(phone))).containsEntry("error", "invalid_request");
    }

    @Test
    void anAppWithoutASecretGetsItsTokensByItsVerifier() {
        String back = "http://127.0.0.1:51004/callback";
        String code = town.code(page("client_id", "phone", "redirect_uri", back));
        assertThat(code).isNotEqualTo("none");

        town.house
                .post("/oauth/token")
                .form(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        "phone",
                        "code",
                        code,
                        "redirect_uri",
                        back,
                        "code_verifier",
                        VERIFIER)
                .send()
                .hasStatus(200);
        Town.isInvalidGrant(town.house
                .post("/oauth/token")
                .form(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        "phone",
                        "code",
                        town.code(page("client_id", "phone", "redirect_uri", back)),
                        "redirect_uri",
                        PHONE_BACK,
                        "code_verifier",
                        VERIFIER)
                .send());
    }

    @Test
    void anAppWithASecretDoesNotComeWithout() {
        String code = town.code(page());

        Answer refused = town.house
                .post("/oauth/token")
                .form(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        "web",
                        "code",
                        code,
                        "redirect_uri",
                        WEB_BACK,
                        "code_verifier",
                        VERIFIER)
                .send();

        assertThat(refused.hasStatus(400).text("error")).isEqualTo("invalid_client");
    }

    @Test
    void aSecretInAnAddressIsRefused() {
        Answer refused = town.house
                .post("/oauth/token?client_id=web&client_secret=secret&grant_type=refresh_token&refresh_token=x")
                .send();

        assertThat(refused.hasStatus(400).text("error")).isEqualTo("invalid_request");
        town.house
                .post("/oauth/revoke")
                .form("client_id", "web", "client_secret", "secret", "token", "x")
                .send()
                .hasStatus(200);
    }

    @Test
    void aTokenInAnAddressOpensNothing() {
        String token = town.exchange(town.code(page())).text("access_token");

        town.house.get("/v2/users/me?access_token=" + token).send().refuses(401, 124, "Invalid access token.");
        town.house
                .put("/v2/users/me/presence_status")
                .form("status", "Away", "access_token", token)
                .send()
                .refuses(401, 124, "Invalid access token.");
    }

    @Test
    void everyAnswerNamesThisServerAgainstMixUps() {
        assertThat(town.allowed(page())).containsEntry("iss", town.house.uri());
        Answer metadata =
                town.house.get("/.well-known/oauth-authorization-server").send().hasStatus(200);
        assertThat(metadata.text("issuer")).isEqualTo(town.house.uri());
        assertThat(metadata.at("authorization_response_iss_parameter_supported").asBoolean())
                .isTrue();
    }

    @Test
    void aFormOfAnotherSiteAllowsNothing() {
        Browser ada = new Browser(town.house);
        ada.signIn(page(), "ada@example.com", PASSWORD);
        Browser mallory = new Browser(town.house);
        Answer mallorys = mallory.signIn(page(), "bob@example.com", PASSWORD);

        ada.post(page(), "step", "allow").hasStatus(400).lacksHeader("location");
        ada.post(page(), "step", "allow", "key", "").hasStatus(400).lacksHeader("location");
        ada.post(page(), "step", "allow", "key", Browser.key(mallorys))
                .hasStatus(400)
                .lacksHeader("location");
        new Browser(town.house)
                .post(page(), "step", "allow", "key", Browser.key(mallorys))
                .hasStatus(400)
                .lacksHeader("location");
    }

    /** Else an app of theirs would learn what the victim does as them. */
    @Test
    void nobodyIsSignedInByAFormOfAnotherSite() {
        Browser victim = new Browser(town.house);
        Answer mallorys = new Browser(town.house).open(page());

        victim.post(
                        page(),
                        "step",
                        "sign_in",
                        "email",
                        "bob@example.com",
                        "password",
                        PASSWORD,
                        "key",
                        Browser.key(mallorys))
                .hasStatus(400);
        victim.open(page());
        victim.post(
                        page(),
                        "step",
                        "sign_in",
                        "email",
                        "bob@example.com",
                        "password",
                        PASSWORD,
                        "key",
                        Browser.key(mallorys))
                .hasStatus(400);
        assertThat(victim.open(page()).body()).contains("Password");
    }

    @Test
    void aSignInIsUnderANewCookie() {
        Browser ada = new Browser(town.house);
        ada.open(page());
        String planted = ada.cookies().getOrDefault("porchlight-form", "");

        ada.signIn(page(), "ada@example.com", PASSWORD);

        assertThat(ada.cookies().getOrDefault("porchlight-sign-in", ""))
                .isNotEmpty()
                .isNotEqualTo(planted);
    }

    @Test
    void noPageIsShownInAFrameOrRunsAScriptOrIsKept() {
        Browser ada = new Browser(town.house);
        for (Answer page : List.of(
                ada.open(page()),
                ada.signIn(page(), "ada@example.com", PASSWORD),
                ada.open("/oauth/authorize"),
                ada.open("/oauth/device"))) {
            assertThat(page.header("content-security-policy").orElse(""))
                    .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                    .doesNotContain("unsafe", "script-src");
            page.hasHeader("x-frame-options", "DENY")
                    .hasHeader("cache-control", "no-store")
                    .hasHeader("referrer-policy", "no-referrer");
            assertThat(page.body()).doesNotContain("<script", "style=");
        }
    }

    @Test
    void theCookieOfASignInIsForTheBrowserAlone() {
        Browser ada = new Browser(town.house);
        Answer page = ada.open(page());
        Answer back = ada.send(page, page(), "step", "sign_in", "email", "ada@example.com", "password", PASSWORD);

        assertThat(back.header("set-cookie").orElse("")).contains("HttpOnly", "SameSite=Lax");
        town.isRefused(ada.cookies().getOrDefault("porchlight-sign-in", ""));
        try (Town https = new Town(OAuthSettings.DEFAULTS.withPublicUrl("https://presence.example.com"))) {
            assertThat(new Browser(https.house)
                            .open(page())
                            .header("set-cookie")
                            .orElse(""))
                    .startsWith("__Host-")
                    .contains("; Secure", "; Path=/");
        }
    }

    @Test
    void whoIsOfAnotherAccountCannotSignInAndNoTokenOpensAnother() {
        town.house.addAccount("globex");
        town.house.addUser("globex", "eve");
        town.house
                .put("/v1/users/eve/password")
                .bearer(town.house.operator())
                .header("Porchlight-Account", "globex")
                .json("{\"password\":\"" + PASSWORD + "\"}")
                .send()
                .hasNoContent();
        town.house
                .post("/v1/apps")
                .bearer(town.house.operator())
                .header("Porchlight-Account", "globex")
                .json("""
                        {"name":"G","client_id":"gweb","client_secret":"secret","scopes":["user:read"],
                        "redirect_uris":["https://web.example/callback"]}""")
                .send()
                .hasStatus(201);
        Browser eve = new Browser(town.house);
        Answer page = eve.open(page());
        eve.send(page, page(), "step", "sign_in", "email", "eve@example.com", "password", PASSWORD)
                .hasStatus(400);

        String globex = page("client_id", "gweb");
        Answer consent = eve.signIn(globex, "eve@example.com", PASSWORD);
        assertThat(eve.open(page()).body()).contains("Password").doesNotContain("eve@example.com");
        eve.post(page(), "step", "allow", "key", Browser.key(consent)).lacksHeader("location");
        String code =
                Town.parameters(eve.send(consent, globex, "step", "allow")).getOrDefault("code", "");
        Town.isInvalidGrant(town.exchange(code));
        String token = town.basic(
                        "gweb:secret",
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        WEB_BACK,
                        "code_verifier",
                        VERIFIER)
                .send()
                .hasStatus(200)
                .text("access_token");
        town.house.get("/v2/users/ada").bearer(token).send().refuses(404, 1001, "User does not exist: ada.");
        town.house
                .get("/v2/users/ada")
                .bearer(token)
                .header("Porchlight-Account", "default")
                .send()
                .refuses(404, 1001, "User does not exist: ada.");
    }

    @Test
    void plainChallengesAreTakenOnlyWhereTheyAreAllowed() {
        try (Town plain = new Town(OAuthSettings.DEFAULTS.withPlainChallenges(true))) {
            String code = plain.code(page("code_challenge", VERIFIER, "code_challenge_method", ""));

            plain.exchange(code).hasStatus(200);
        }
    }

    @Test
    void aUsedCodeIsRememberedAsLongAsItsTokensCanBeRenewed() {
        String code = town.code(page());
        Answer given = town.exchange(code).hasStatus(200);
        town.house.pass(Duration.ofDays(60));

        Town.isInvalidGrant(town.exchange(code));

        Town.isInvalidGrant(town.refresh(given.text("refresh_token")));
    }
}
