package dev.porchlight.server.oauth;

import dev.porchlight.engine.authority.Grant;
import dev.porchlight.engine.authority.Grant.Proof;
import dev.porchlight.engine.authority.Grants;
import dev.porchlight.engine.directory.App;
import dev.porchlight.server.gate.Secrets;
import dev.porchlight.server.http.Reply;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Authorization codes and refresh tokens (RFC 6749, sections 4.1 and 6). */
final class Codes {
    static final Duration LIFETIME = Duration.ofMinutes(5);

    private final Grants grants;
    private final Exchange exchange;
    private final Secrets secrets;
    private final InstantSource clock;

    Codes(Grants grants, Exchange exchange, Secrets secrets, InstantSource clock) {
        this.grants = grants;
        this.exchange = exchange;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** A code for what the user has just allowed. */
    CompletionStage<String> issued(AuthorizationRequest request, String user) {
        String code = secrets.secret();
        Grant grant = new Grant(
                Secrets.hash(code),
                secrets.id(),
                request.app().account(),
                user,
                request.app().id(),
                request.scopes(),
                clock.instant(),
                clock.instant().plus(LIFETIME),
                new Proof.Code(request.namedRedirect(), request.challenge()),
                null);
        return grants.add(grant).thenApply(written -> code);
    }

    CompletionStage<Reply> code(App app, OAuthParameters parameters) {
        Optional<String> code = parameters.get("code");
        if (code.isEmpty()) {
            return OAuthReplies.missing("code");
        }
        return found(app, code.get(), Proof.Code.class, (grant, proof) -> {
            boolean proven = isBackWhereItWasSent(app, proof, parameters.get("redirect_uri"))
                    && Pkce.matches(proof.challenge(), parameters.get("code_verifier"));
            return proven ? exchange.exchanged(app, grant, grant.scopes()) : OAuthReplies.invalidGrant();
        });
    }

    CompletionStage<Reply> refresh(App app, OAuthParameters parameters) {
        Optional<String> token = parameters.get("refresh_token");
        if (token.isEmpty()) {
            return OAuthReplies.missing("refresh_token");
        }
        return found(app, token.get(), Proof.Refresh.class, (grant, proof) -> {
            var wanted = parameters.scopes();
            if (!grant.scopes().containsAll(wanted)) {
                wanted.removeAll(grant.scopes());
                return OAuthReplies.refused("Invalid scope: " + String.join(" ", wanted), "invalid_scope");
            }
            return exchange.exchanged(app, grant, wanted.isEmpty() ? grant.scopes() : wanted);
        });
    }

    /** What is done with a grant that is the app's own, and good. */
    private interface Use<P extends Proof> {
        CompletionStage<Reply> of(Grant grant, P proof);
    }

    private <P extends Proof> CompletionStage<Reply> found(App app, String secret, Class<P> kind, Use<P> use) {
        return grants.find(Secrets.hash(secret)).thenCompose(found -> {
            Grant grant = found.orElse(null);
            if (grant == null || !grant.app().equals(app.id()) || !kind.isInstance(grant.proof())) {
                return OAuthReplies.invalidGrant();
            }
            if (grant.isUsed()) {
                return exchange.replayed(grant);
            }
            return exchange.isGood(grant) ? use.of(grant, kind.cast(grant.proof())) : OAuthReplies.invalidGrant();
        });
    }

    /** RFC 6749, section 4.1.3; where only one address is registered, it need not have been named. */
    private static boolean isBackWhereItWasSent(App app, Proof.Code proof, Optional<String> named) {
        return proof.redirectUri() == null
                ? named.isEmpty() || app.redirectUris().contains(named.get())
                : named.isPresent() && named.get().equals(proof.redirectUri());
    }
}
