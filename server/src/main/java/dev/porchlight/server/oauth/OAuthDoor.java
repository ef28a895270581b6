package dev.porchlight.server.oauth;

import dev.porchlight.engine.directory.App;
import dev.porchlight.engine.directory.Directory;
import dev.porchlight.engine.directory.Token;
import dev.porchlight.server.gate.Gate;
import dev.porchlight.server.gate.Secrets;
import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Reply;
import dev.porchlight.wire.AccessTokenReply;
import dev.porchlight.wire.Json;
import dev.porchlight.wire.OAuthProblem;
import dev.porchlight.wire.RevokeReply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** Gives tokens to apps and takes them back: {@code POST /oauth/token} and {@code /oauth/revoke}. */
public final class OAuthDoor {
    private static final Duration LIFETIME = Duration.ofHours(1);

    /** A hash of nothing that can be sent, so that an unknown client takes as long to refuse as a wrong secret. */
    private static final String NO_HASH = "0".repeat(64);

    private final Directory directory;
    private final Gate gate;
    private final Secrets secrets;
    private final InstantSource clock;
    private final Supplier<String> apiUrl;

    /** @param apiUrl where clients find the API, known once the port is open */
    public OAuthDoor(Directory directory, Gate gate, Secrets secrets, InstantSource clock, Supplier<String> apiUrl) {
        this.directory = directory;
        this.gate = gate;
        this.secrets = secrets;
        this.clock = clock;
        this.apiUrl = apiUrl;
    }

    public CompletionStage<Reply> token(Call call) {
        return authenticated(call, app -> {
            OAuthParameters parameters = OAuthParameters.of(call);
            return switch (parameters.get("grant_type").orElse("")) {
                case "client_credentials" -> granted(app, parameters);
                case "account_credentials" ->
                    parameters.get("account_id").filter(app.account()::equals).isPresent()
                            ? granted(app, parameters)
                            : refused("Invalid account_id", "invalid_request");
                case "" -> refused("Missing parameter: grant_type", "invalid_request");
                default -> refused("unsupported grant type", "unsupported_grant_type");
            };
        });
    }

    public CompletionStage<Reply> revoke(Call call) {
        return authenticated(
                call,
                app -> OAuthParameters.of(call)
                        .get("token")
                        .map(token -> revoked(app, Secrets.hash(token)))
                        .orElseGet(() -> refused("Missing parameter: token", "invalid_request")));
    }

    private CompletionStage<Reply> authenticated(Call call, Function<App, CompletionStage<Reply>> then) {
        Optional<ClientCredentials> given = ClientCredentials.of(call);
        if (given.isEmpty()) {
            return invalidClient();
        }
        ClientCredentials credentials = given.get();
        return directory.apps().find(credentials.id()).thenCompose(found -> {
            boolean matches = Secrets.matches(
                    credentials.secret(), found.map(App::secretHash).orElse(NO_HASH));
            return matches && found.isPresent() ? then.apply(found.get()) : invalidClient();
        });
    }

    private CompletionStage<Reply> granted(App app, OAuthParameters parameters) {
        SortedSet<String> scopes = new TreeSet<>(app.scopes());
        Optional<String> asked = parameters.get("scope");
        if (asked.isPresent()) {
            SortedSet<String> wanted = new TreeSet<>(Arrays.asList(asked.get().split(" +")));
            if (!scopes.containsAll(wanted)) {
                wanted.removeAll(scopes);
                return refused("Invalid scope: " + String.join(" ", wanted), "invalid_scope");
            }
            scopes = wanted;
        }
        return issued(app, scopes);
    }

    private CompletionStage<Reply> issued(App app, SortedSet<String> scopes) {
        String secret = secrets.secret();
        Instant now = clock.instant();
        Token token = new Token(
                Secrets.hash(secret), app.account(), null, app.id(), app.name(), scopes, now, now.plus(LIFETIME));
        AccessTokenReply reply =
                new AccessTokenReply(secret, "bearer", LIFETIME.toSeconds(), String.join(" ", scopes), apiUrl.get());
        return directory
                .tokens()
                .add(token)
                .thenApply(written -> Reply.json(200, Json.write(reply)).with("Cache-Control", "no-store"));
    }

    private CompletionStage<Reply> revoked(App app, String hash) {
        return directory.tokens().find(hash).thenCompose(found -> {
            boolean ours = found.filter(token -> app.id().equals(token.app())).isPresent();
            Reply success = Reply.json(200, Json.write(RevokeReply.SUCCESS));
            if (!ours) {
                // RFC 7009, section 2.2: a token that is not there needs no revoking.
                return CompletableFuture.completedStage(success);
            }
            return directory.tokens().revoke(app.account(), hash).thenApply(written -> {
                gate.forget(caller -> caller.holds(hash));
                return success;
            });
        });
    }

    private static CompletionStage<Reply> invalidClient() {
        return refused("Invalid client_id or client_secret", "invalid_client");
    }

    private static CompletionStage<Reply> refused(String reason, String error) {
        return CompletableFuture.completedStage(Reply.json(400, Json.write(new OAuthProblem(reason, error)))
                .refusedBy("OAUTH_" + error.toUpperCase(java.util.Locale.ROOT)));
    }
}
