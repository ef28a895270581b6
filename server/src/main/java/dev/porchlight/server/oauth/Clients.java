package dev.porchlight.server.oauth;

import dev.porchlight.engine.directory.App;
import dev.porchlight.engine.directory.Apps;
import dev.porchlight.server.gate.Attempts;
import dev.porchlight.server.gate.Attempts.Attempt;
import dev.porchlight.server.gate.Secrets;
import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Reply;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/**
 * Knows apps by their secret (RFC 6749, section 2.3): in HTTP Basic, or in a form; never in an address, where logs would keep
 * it. A public client has none, and names itself.
 */
final class Clients {
    /** A hash of nothing that can be sent, so that an unknown client takes as long to refuse as a wrong secret. */
    private static final String NO_HASH = "0".repeat(64);

    private final Apps apps;
    private final Attempts attempts;
    private final Origins origins;

    Clients(Apps apps, Attempts attempts, Origins origins) {
        this.apps = apps;
        this.attempts = attempts;
        this.origins = origins;
    }

    CompletionStage<Reply> authenticated(Call call, BiFunction<App, OAuthParameters, CompletionStage<Reply>> then) {
        OAuthParameters parameters = OAuthParameters.of(call);
        Optional<String> repeated = parameters.repeated();
        if (repeated.isPresent()) {
            return OAuthReplies.refused("Repeated parameter: " + shown(repeated.get()), "invalid_request");
        }
        if (parameters.inQuery("client_secret").isPresent()) {
            return OAuthReplies.refused(
                    "client_secret: in the address (expected: HTTP Basic, or a form)", "invalid_request");
        }
        Optional<ClientCredentials> given = ClientCredentials.of(call).or(() -> named(parameters));
        return given.isEmpty()
                ? OAuthReplies.invalidClient()
                : checked(call, given.get(), app -> then.apply(app, parameters));
    }

    private CompletionStage<Reply> checked(
            Call call, ClientCredentials given, java.util.function.Function<App, CompletionStage<Reply>> then) {
        Attempt attempt = new Attempt("client", given.id(), origins.of(call));
        Duration pause = attempts.pause(attempt);
        if (pause.isPositive()) {
            return CompletableFuture.completedStage(OAuthReplies.tooManyAttempts(pause));
        }
        return apps.find(given.id()).thenCompose(found -> {
            if (isRight(found, given.secret())) {
                attempts.succeeded(attempt);
                return then.apply(found.orElseThrow());
            }
            attempts.failed(attempt);
            return OAuthReplies.invalidClient();
        });
    }

    private static boolean isRight(Optional<App> found, String secret) {
        boolean isPublic = found.filter(App::isPublic).isPresent();
        boolean matches = Secrets.matches(
                secret,
                found.flatMap(app -> Optional.ofNullable(app.secretHash())).orElse(NO_HASH));
        return isPublic ? secret.isEmpty() : matches && found.isPresent();
    }

    private static Optional<ClientCredentials> named(OAuthParameters parameters) {
        return parameters
                .get("client_id")
                .map(id -> new ClientCredentials(
                        id, parameters.inForm("client_secret").orElse("")));
    }

    private static String shown(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "…" : name;
    }
}
