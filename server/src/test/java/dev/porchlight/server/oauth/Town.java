package dev.porchlight.server.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.OAuthSettings;
import dev.porchlight.server.Settings;
import dev.porchlight.server.fixture.Answer;
import dev.porchlight.server.fixture.Ask;
import dev.porchlight.server.fixture.HouseUnderTest;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A server with Ada and Bob, who have passwords, a web app with a secret and a phone app without. */
final class Town implements AutoCloseable {
    static final String PASSWORD = "correct horse battery";
    static final String WEB_BACK = "https://web.example/callback";
    static final String PHONE_BACK = "http://127.0.0.1/callback";
    static final String VERIFIER = "a-verifier-that-nobody-else-could-know-0123456789";

    final HouseUnderTest house;

    Town() {
        this(OAuthSettings.DEFAULTS);
    }

    Town(OAuthSettings settings) {
        house = new HouseUnderTest(Settings.defaults().withOauth(settings));
        for (String user : List.of("ada", "bob")) {
            house.addSignedIn(user);
            setPassword(user, PASSWORD);
        }
        app("""
                {"name":"Web <b>","client_id":"web","client_secret":"secret","scopes":["user:read","user:write"],
                "redirect_uris":["%s"]}""".formatted(WEB_BACK));
        app("""
                {"name":"Phone","client_id":"phone","public_client":true,"scopes":["user:read"],
                "redirect_uris":["%s","com.example.phone:/back"]}""".formatted(PHONE_BACK));
    }

    void app(String json) {
        house.post("/v1/apps").bearer(house.admin()).json(json).send().hasStatus(201);
    }

    void setPassword(String user, String password) {
        house.put("/v1/users/" + user + "/password")
                .bearer(house.admin())
                .json("{\"password\":\"" + password + "\"}")
                .send()
                .hasNoContent();
    }

    /** The address of the page, with the parameters of a usual request of the web app unless others are given. */
    static String page(String... changes) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", "web");
        query.put("redirect_uri", WEB_BACK);
        query.put("state", "a state & more");
        query.put("code_challenge", challenge(VERIFIER));
        query.put("code_challenge_method", "S256");
        for (int i = 0; i < changes.length; i += 2) {
            query.put(changes[i], changes[i + 1]);
        }
        return "/oauth/authorize?"
                + query.entrySet().stream()
                        .filter(pair -> !pair.getValue().isEmpty())
                        .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    /** What comes back to the app when Ada allows it. */
    Map<String, String> allowed(String page) {
        Browser ada = new Browser(house);
        Answer consent = ada.signIn(page, "ada@example.com", PASSWORD).hasStatus(200);
        return parameters(ada.send(consent, page, "step", "allow"));
    }

    String code(String page) {
        return allowed(page).getOrDefault("code", "none");
    }

    static Map<String, String> parameters(Answer redirect) {
        String location = redirect.hasStatus(303).header("location").orElseThrow();
        Map<String, String> found = new LinkedHashMap<>();
        new QueryStringDecoder(location).parameters().forEach((name, values) -> {
            assertThat(values).hasSize(1);
            found.put(name, values.getFirst());
        });
        return found;
    }

    /** The web app asks for tokens. */
    Answer tokens(String... form) {
        return basic("web:secret", form).send();
    }

    Ask basic(String credentials, String... form) {
        String encoded = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return house.post("/oauth/token")
                .header("Authorization", "Basic " + encoded)
                .form(form);
    }

    Answer exchange(String code) {
        return tokens(
                "grant_type", "authorization_code", "code", code, "redirect_uri", WEB_BACK, "code_verifier", VERIFIER);
    }

    Answer refresh(String token) {
        return tokens("grant_type", "refresh_token", "refresh_token", token);
    }

    static void isInvalidGrant(Answer answer) {
        answer.hasStatus(400).hasBody("{\"reason\":\"Invalid Token!\",\"error\":\"invalid_grant\"}");
    }

    /** Whose token it is, by the address that {@code me} has. */
    String whose(String token) {
        return house.get("/v2/users/me").bearer(token).send().hasStatus(200).text("id");
    }

    void isRefused(String token) {
        house.get("/v2/users/me").bearer(token).send().refuses(401, 124, "Invalid access token.");
    }

    static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        house.close();
    }
}
