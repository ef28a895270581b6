package dev.porchlight.server.oauth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.porchlight.engine.authority.SigningKey;
import dev.porchlight.engine.authority.SigningKeys;
import dev.porchlight.server.gate.Secrets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * The keys that tokens are signed with. The newest signs; when it is old enough, the next token finds another. One that has
 * been followed stays published until the last token that it signed has expired.
 */
final class SigningRing {
    private static final int BITS = 2048;

    private final SigningKeys keys;
    private final Secrets secrets;
    private final InstantSource clock;
    private final Duration lifetime;
    private final Duration tokens;
    private final Executor blocking;
    private final Cache<String, RSAKey> parsed =
            Caffeine.newBuilder().maximumSize(16).build();

    /**
     * @param lifetime how long a key signs
     * @param tokens how long what it has signed is good
     * @param blocking makes keys, which takes a while
     */
    SigningRing(
            SigningKeys keys,
            Secrets secrets,
            InstantSource clock,
            Duration lifetime,
            Duration tokens,
            Executor blocking) {
        this.keys = keys;
        this.secrets = secrets;
        this.clock = clock;
        this.lifetime = lifetime;
        this.tokens = tokens;
        this.blocking = blocking;
    }

    /** The key that signs now. Of two nodes that make one at the same time, both are published. */
    CompletionStage<RSAKey> signing() {
        return keys.list().thenCompose(all -> {
            Instant now = clock.instant();
            boolean fresh =
                    !all.isEmpty() && all.getFirst().createdAt().plus(lifetime).isAfter(now);
            return fresh
                    ? CompletableFuture.completedStage(parsed(all.getFirst()))
                    : CompletableFuture.supplyAsync(this::made, blocking)
                            .thenCompose(made -> keys.add(new SigningKey(made.getKeyID(), made.toJSONString(), now))
                                    .thenCompose(written -> forgotten(all, now))
                                    .thenApply(dropped -> made));
        });
    }

    /** The public halves of all keys whose tokens may still be good. */
    CompletionStage<JWKSet> published() {
        return keys.list()
                .thenApply(all -> new JWKSet(kept(all, clock.instant()).stream()
                        .map(key -> (JWK) parsed(key).toPublicJWK())
                        .toList()));
    }

    private CompletionStage<Void> forgotten(List<SigningKey> all, Instant now) {
        List<SigningKey> old = new ArrayList<>(all);
        old.removeAll(kept(all, now));
        return CompletableFuture.allOf(old.stream()
                .map(key -> keys.remove(key.id()).toCompletableFuture())
                .toArray(CompletableFuture[]::new));
    }

    /** A key signs until the one after it is there, and what it has signed then is good for a while. */
    private List<SigningKey> kept(List<SigningKey> newestFirst, Instant now) {
        List<SigningKey> kept = new ArrayList<>();
        Instant followed = Instant.MAX;
        for (SigningKey key : newestFirst) {
            if (followed.equals(Instant.MAX) || followed.plus(tokens).isAfter(now)) {
                kept.add(key);
            }
            followed = key.createdAt();
        }
        return kept;
    }

    private RSAKey made() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID(secrets.id())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform makes RSA keys", e);
        }
    }

    private RSAKey parsed(SigningKey key) {
        return parsed.get(key.id(), id -> {
            try {
                return RSAKey.parse(key.jwk());
            } catch (ParseException e) {
                // The cause holds the key.
                throw new IllegalStateException("the stored signing key " + id + " is no RSA key");
            }
        });
    }
}
