package dev.porchlight.server.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.porchlight.engine.directory.App;
import dev.porchlight.engine.directory.Token;
import dev.porchlight.server.gate.Secrets;
import dev.porchlight.wire.AccessTokenReply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes access tokens, which are good once they are stored. */
final class AccessTokens {
    static final Duration LIFETIME = Duration.ofHours(1);

    private final Secrets secrets;
    private final InstantSource clock;
    private final Supplier<String> address;
    private final TokenFormat format;
    private final SigningRing ring;

    /** @param address where clients find the API, and what it is called as an issuer */
    AccessTokens(Secrets secrets, InstantSource clock, Supplier<String> address, TokenFormat format, SigningRing ring) {
        this.secrets = secrets;
        this.clock = clock;
        this.address = address;
        this.format = format;
        this.ring = ring;
    }

    /** A token, and what only its holder knows. */
    record Made(String secret, Token token) {
        @Override
        public String toString() {
            return "Made[token=" + token + "]";
        }
    }

    /** @param user whose token it is, or null for a server's */
    CompletionStage<Made> make(App app, @Nullable String user, SortedSet<String> scopes) {
        Instant now = clock.instant();
        return switch (format) {
            case OPAQUE -> CompletableFuture.completedStage(made(secrets.secret(), app, user, scopes, now));
            case JWT ->
                ring.signing()
                        .thenApply(key -> made(signed(key, claims(app, user, scopes, now)), app, user, scopes, now));
        };
    }

    AccessTokenReply reply(Made made, @Nullable String refreshToken) {
        return new AccessTokenReply(
                made.secret(),
                "bearer",
                refreshToken,
                LIFETIME.toSeconds(),
                String.join(" ", made.token().scopes()),
                address.get());
    }

    private static Made made(String secret, App app, @Nullable String user, SortedSet<String> scopes, Instant now) {
        Token token = new Token(
                Secrets.hash(secret), app.account(), user, app.id(), app.name(), scopes, now, now.plus(LIFETIME));
        return new Made(secret, token);
    }

    private JWTClaimsSet claims(App app, @Nullable String user, SortedSet<String> scopes, Instant now) {
        return new JWTClaimsSet.Builder()
                .issuer(address.get())
                .audience(address.get())
                .subject(user == null ? app.id() : user)
                .claim("client_id", app.id())
                .claim("account_id", app.account())
                .claim("scope", String.join(" ", scopes))
                .jwtID(secrets.id())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .build();
    }

    private static String signed(RSAKey key, JWTClaimsSet claims) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(key.getKeyID())
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("the signing key " + key.getKeyID() + " does not sign", e);
        }
        return token.serialize();
    }
}
