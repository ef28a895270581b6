package dev.porchlight.client.oauth;

import dev.porchlight.client.http.Answers;
import dev.porchlight.client.http.Exchange;
import dev.porchlight.client.problem.PresenceError;
import dev.porchlight.client.problem.PresenceException;
import dev.porchlight.client.problem.Reply;
import dev.porchlight.wire.Json;
import dev.porchlight.wire.OAuthProblem;
import dev.porchlight.wire.Read;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code POST /oauth/token} of an authorization server (RFC 6749, section 3.2). Asked once; it tries nothing again. */
public final class TokenEndpoint {
    private final Exchange exchange;
    private final URI address;
    private final ClientCredentials client;
    private final InstantSource clock;
    private final Duration limit;

    public TokenEndpoint(
            Exchange exchange, URI address, ClientCredentials client, InstantSource clock, Duration limit) {
        this.exchange = exchange;
        this.address = address;
        this.client = client;
        this.clock = clock;
        this.limit = limit;
    }

    /**
     * For an app of its own, server to server.
     *
     * @param account the account's id, as Zoom wants it; null for {@code client_credentials}
     */
    public Grant serverToServer(@Nullable String account) {
        return account == null
                ? ask("client_credentials", Map.of())
                : ask("account_credentials", Map.of("account_id", account));
    }

    /**
     * For a person who came back from the authorization server (RFC 7636, section 4.5).
     *
     * @param redirect the address that the person came back to
     */
    public Grant code(String code, URI redirect, String verifier) {
        return ask(
                "authorization_code",
                Map.of("code", code, "redirect_uri", redirect.toString(), "code_verifier", verifier));
    }

    /** The same grant again, with a new access token. */
    public Grant refresh(String refreshToken) {
        Grant grant = ask("refresh_token", Map.of("refresh_token", refreshToken));
        return grant.refreshToken() == null
                ? new Grant(grant.accessToken(), grant.expiresAt(), refreshToken, grant.scope())
                : grant;
    }

    private Grant ask(String grantType, Map<String, String> more) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("grant_type", grantType);
        parameters.putAll(more);
        Instant asked = clock.instant();
        Reply reply;
        try {
            reply = exchange.send(request(parameters), limit);
        } catch (PresenceException e) {
            throw noToken(e.error().message(), e.error());
        }
        if (!reply.isSuccess()) {
            throw refused(reply);
        }
        GrantReply grant = read(reply);
        Long seconds = grant.expiresIn();
        return new Grant(
                grant.accessToken(),
                seconds == null ? null : asked.plusSeconds(Math.max(0, seconds)),
                grant.refreshToken(),
                grant.scope());
    }

    // What was not understood may hold a token all the same, and must not be repeated in a message.
    private GrantReply read(Reply reply) {
        try {
            return Answers.read(reply, GrantReply.class);
        } catch (PresenceException e) {
            throw noToken("a reply that is not a token endpoint's (HTTP status " + reply.status() + ")", null);
        }
    }

    private HttpRequest request(Map<String, String> parameters) {
        Map<String, String> fields = new LinkedHashMap<>(parameters);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).header("Content-Type", "application/x-www-form-urlencoded");
        if (client.secret() == null) {
            fields.put("client_id", client.id());
        } else {
            String pair = client.id() + ":" + client.secret();
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        String form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return request.POST(BodyPublishers.ofString(form)).build();
    }

    private PresenceException refused(Reply reply) {
        String why = switch (Json.read(reply.body(), OAuthProblem.class)) {
            case Read.Good<OAuthProblem> good -> words(good.value(), reply);
            case Read.Bad<OAuthProblem> bad -> "HTTP status " + reply.status();
        };
        return noToken(why, Answers.error(reply, clock.instant()));
    }

    // RFC 6749 has "error_description" where Zoom has "reason".
    @SuppressWarnings("ConstantConditions")
    private static String words(OAuthProblem problem, Reply reply) {
        String reason = problem.reason() == null ? "" : problem.reason();
        String error = problem.error() == null ? "HTTP status " + reply.status() : problem.error();
        return reason.isEmpty() ? error : reason + " (" + error + ")";
    }

    private PresenceException noToken(String why, @Nullable PresenceError cause) {
        return new PresenceException(new PresenceError.NoToken("No access token from " + address + ": " + why, cause));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
