package dev.porchlight.server.signin;

import dev.porchlight.engine.directory.Token;
import dev.porchlight.engine.directory.Tokens;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Users;
import dev.porchlight.server.gate.Scopes;
import dev.porchlight.server.gate.Secrets;
import dev.porchlight.server.http.Call;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The sign-ins of browsers. Each is kept as a token that opens nothing but the pages, so that an administrator sees and revokes
 * it like any other.
 */
final class SignIns {
    static final Duration LASTS = Duration.ofHours(12);

    private final Tokens tokens;
    private final Users users;
    private final Secrets secrets;
    private final InstantSource clock;
    private final Cookies cookies;

    SignIns(Tokens tokens, Users users, Secrets secrets, InstantSource clock, Cookies cookies) {
        this.tokens = tokens;
        this.users = users;
        this.secrets = secrets;
        this.clock = clock;
        this.cookies = cookies;
    }

    /** Who the browser is signed in as in the account. */
    CompletionStage<Optional<SignedIn>> find(Call call, String account) {
        Optional<String> secret = cookies.read(call, Cookies.SIGN_IN);
        return secret.isEmpty()
                ? nobody()
                : tokens.find(Secrets.hash(secret.get())).thenCompose(found -> {
                    Token token = found.filter(this::isGood).orElse(null);
                    String user = token == null ? null : token.user();
                    return token == null || user == null || !token.account().equals(account)
                            ? nobody()
                            : users.find(account, user)
                                    .thenApply(known -> known.filter(one -> one.state() == User.State.ACTIVE)
                                            .map(one -> new SignedIn(one, secret.get())));
                });
    }

    /** Signs in, under a new secret, and answers the cookie. */
    CompletionStage<String> begin(User user) {
        String secret = secrets.secret();
        Instant now = clock.instant();
        Token token = new Token(
                Secrets.hash(secret),
                user.account(),
                user.id(),
                null,
                "sign-in with a browser",
                new TreeSet<>(List.of(Scopes.SIGN_IN)),
                now,
                now.plus(LASTS));
        return tokens.add(token).thenApply(written -> cookies.set(Cookies.SIGN_IN, secret, LASTS));
    }

    /** Signs out, and answers the cookie. */
    CompletionStage<String> end(SignedIn signedIn) {
        return tokens.revoke(signedIn.user().account(), Secrets.hash(signedIn.secret()))
                .thenApply(written -> cookies.set(Cookies.SIGN_IN, "", Duration.ZERO));
    }

    private boolean isGood(Token token) {
        Instant end = token.expiresAt();
        return token.scopes().contains(Scopes.SIGN_IN)
                && end != null
                && clock.instant().isBefore(end);
    }

    private static CompletionStage<Optional<SignedIn>> nobody() {
        return CompletableFuture.completedStage(Optional.empty());
    }
}
