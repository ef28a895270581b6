package dev.porchlight.server.gate;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.porchlight.engine.directory.Token;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Users;
import java.net.MalformedURLException;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the access tokens of a trusted issuer. They cannot be revoked here: they are good until they expire, or until their
 * user is removed.
 */
public final class Outsiders {
    private static final Logger log = LoggerFactory.getLogger(Outsiders.class);

    private static final int MAX_LENGTH = 8192;
    private static final long KEPT_MILLIS = 5 * 60_000;
    private static final long PATIENCE_MILLIS = 5_000;
    private static final long BETWEEN_FETCHES_MILLIS = 30_000;
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final TrustedIssuer issuer;
    private final Users users;
    private final InstantSource clock;
    private final Executor blocking;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    /** @param keys fetches the issuer's keys; the issuer is asked again for a key that is not known, but not often */
    public Outsiders(
            TrustedIssuer issuer, Users users, InstantSource clock, ResourceRetriever keys, Executor blocking) {
        this.issuer = issuer;
        this.users = users;
        this.clock = clock;
        this.blocking = blocking;
        try {
            processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                    ALGORITHMS,
                    JWKSourceBuilder.create(issuer.keys().toURL(), keys)
                            .cache(KEPT_MILLIS, PATIENCE_MILLIS)
                            .refreshAheadCache(false)
                            .rateLimited(BETWEEN_FETCHES_MILLIS)
                            .outageTolerant(24 * 60 * 60_000L)
                            .build()));
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("keys: " + issuer.keys() + " (expected: an http or https address)", e);
        }
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWTClaimsSetVerifier(claims());
    }

    private DefaultJWTClaimsVerifier<SecurityContext> claims() {
        JWTClaimsSet exact = new JWTClaimsSet.Builder().issuer(issuer.issuer()).build();
        return new DefaultJWTClaimsVerifier<>(Set.of(issuer.audience()), exact, Set.of("exp"), null) {
            @Override
            protected Date currentTime() {
                return Date.from(clock.instant());
            }
        };
    }

    /** Whether it can be one at all, which costs nothing to see. */
    static boolean canBe(String bearer) {
        return bearer.length() <= MAX_LENGTH
                && bearer.startsWith("ey")
                && bearer.chars().filter(c -> c == '.').count() == 2;
    }

    /** What the token says, as if it were kept here; empty where it is not to be believed. */
    CompletionStage<Optional<Token>> read(String bearer) {
        return CompletableFuture.supplyAsync(() -> believed(bearer), blocking)
                .thenCompose(claims -> claims.map(this::known).orElseGet(Outsiders::nobody))
                .thenApply(found -> found.map(token -> withHash(token, Secrets.hash(bearer))));
    }

    /** Whether the user of a token that was read before may still come in. */
    CompletionStage<Boolean> isGood(Token token) {
        String user = token.user();
        return user == null
                ? CompletableFuture.completedStage(true)
                : users.find(token.account(), user)
                        .thenApply(found -> found.filter(Outsiders::isActive).isPresent());
    }

    private Optional<JWTClaimsSet> believed(String bearer) {
        try {
            return Optional.of(processor.process(bearer, null));
        } catch (ParseException | BadJOSEException e) {
            log.info("a token that is not one of {}: {}", issuer.issuer(), e.getMessage());
            return Optional.empty();
        } catch (JOSEException e) {
            log.warn("the keys of {} cannot be had: {}", issuer.issuer(), e.getMessage());
            return Optional.empty();
        }
    }

    private CompletionStage<Optional<Token>> known(JWTClaimsSet claims) {
        String account = issuer.account() != null ? issuer.account() : text(claims, issuer.accountClaim());
        String user = text(claims, issuer.userClaim());
        if (account == null) {
            return nobody();
        }
        return user == null
                ? CompletableFuture.completedStage(Optional.of(token(claims, account, null)))
                : users.find(account, user)
                        .thenApply(found ->
                                found.filter(Outsiders::isActive).map(one -> token(claims, account, one.id())));
    }

    private Token token(JWTClaimsSet claims, String account, @Nullable String user) {
        Instant end =
                Objects.requireNonNull(claims.getExpirationTime(), "required").toInstant();
        return new Token("", account, user, null, "of " + issuer.issuer(), scopes(claims), clock.instant(), end);
    }

    private SortedSet<String> scopes(JWTClaimsSet claims) {
        Object claim = claims.getClaim(issuer.scopeClaim());
        Stream<String> named = switch (claim) {
            case String text -> Stream.of(text.split(" +", -1));
            case List<?> list -> list.stream().map(String::valueOf);
            case null, default -> Stream.empty();
        };
        return named.filter(Scopes.ALL::contains).collect(Collectors.toCollection(TreeSet::new));
    }

    private static @Nullable String text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text && !text.isEmpty() ? text : null;
    }

    private static boolean isActive(User user) {
        return user.state() == User.State.ACTIVE;
    }

    private static Token withHash(Token token, String hash) {
        return new Token(
                hash,
                token.account(),
                token.user(),
                token.app(),
                token.name(),
                token.scopes(),
                token.createdAt(),
                token.expiresAt());
    }

    private static CompletionStage<Optional<Token>> nobody() {
        return CompletableFuture.completedStage(Optional.empty());
    }
}
