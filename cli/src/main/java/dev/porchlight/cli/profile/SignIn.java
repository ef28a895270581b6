package dev.porchlight.cli.profile;

import dev.porchlight.client.oauth.Grant;
import dev.porchlight.client.oauth.TokenEndpoint;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * A person's sign-in: authorization code with PKCE (RFC 6749, section 4.1; RFC 7636).
 *
 * @param authorize the page where people sign in
 * @param redirect where the browser comes back to, on this machine
 */
record SignIn(URI authorize, String clientId, List<String> scopes, URI redirect, RandomGenerator random) {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    Grant through(Browser browser, TokenEndpoint tokens) {
        Pkce pkce = Pkce.from(random);
        String state = Pkce.unguessable(random);
        try (Callback callback = Callback.open(redirect, state)) {
            browser.show(page(pkce, state, callback.redirect()));
            return tokens.code(callback.code(PATIENCE), callback.redirect(), pkce.verifier());
        }
    }

    private URI page(Pkce pkce, String state, URI back) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", clientId);
        query.put("redirect_uri", back.toString());
        query.put("state", state);
        query.put("code_challenge", pkce.challenge());
        query.put("code_challenge_method", "S256");
        if (!scopes.isEmpty()) {
            query.put("scope", String.join(" ", scopes));
        }
        String joined = query.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create(authorize + (authorize.getRawQuery() == null ? "?" : "&") + joined);
    }
}
