package dev.porchlight.server.gate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.porchlight.engine.directory.Directory;
import dev.porchlight.engine.directory.Token;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Turns a bearer token into a principal, or says why not. */
public final class Gate {
    /** How long a token that was revoked on another node may still be taken for good here. */
    private static final Duration TRUSTED_FOR = Duration.ofSeconds(1);

    private static final String INVALID = "Invalid access token.";
    private static final String EXPIRED = "Access token is expired.";

    private final Directory directory;
    private final InstantSource clock;
    private final String operatorHash;
    private final Optional<Outsiders> outsiders;
    private final List<Consumer<Predicate<Principal>>> revoked = new CopyOnWriteArrayList<>();
    private final Cache<String, Token> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(TRUSTED_FOR)
            .build();

    /** Tokens of a trusted issuer, of callers who stay. */
    private final Cache<String, Token> outside =
            Caffeine.newBuilder().maximumSize(100_000).build();

    /** @param operatorHash of the token that stands for whoever can read the server's folder */
    public Gate(Directory directory, InstantSource clock, String operatorHash) {
        this(directory, clock, operatorHash, Optional.empty());
    }

    /** @param outsiders who are let in by somebody else's tokens */
    public Gate(Directory directory, InstantSource clock, String operatorHash, Optional<Outsiders> outsiders) {
        this.directory = directory;
        this.outsiders = outsiders;
        this.clock = clock;
        this.operatorHash = operatorHash;
    }

    /** What comes of a token. */
    public sealed interface Entry {
        record Admitted(Principal principal) implements Entry {}

        /** 401, code 124. */
        record Denied(String message) implements Entry {}

        /** The account that an operator wants to act in is not there. */
        record NoSuchAccount(String account) implements Entry {}
    }

    /**
     * Looks at the headers of one request.
     *
     * @param authorization its value, or null where there is none
     * @param account which account an operator acts in
     */
    public CompletionStage<Entry> enter(@Nullable String authorization, String account) {
        String bearer = bearer(authorization);
        if (bearer == null) {
            return CompletableFuture.completedStage(new Entry.Denied(INVALID));
        }
        String hash = Secrets.hash(bearer);
        if (hash.equals(operatorHash)) {
            return operator(account);
        }
        Token cached = known.getIfPresent(hash);
        return cached != null
                ? CompletableFuture.completedStage(judged(cached))
                : directory
                        .tokens()
                        .find(hash)
                        .thenCompose(
                                found -> found.isPresent() ? CompletableFuture.completedStage(found) : outsider(bearer))
                        .thenApply(this::remembered);
    }

    /** Whether a caller who was let in before still would be, by what the store holds now. */
    public CompletionStage<Boolean> isGood(Principal principal) {
        if (principal.operator()) {
            return CompletableFuture.completedStage(true);
        }
        String hash = principal.credential().hash();
        Token outsider = outside.getIfPresent(hash);
        if (outsider != null && outsiders.isPresent()) {
            return outsiders.get().isGood(outsider).thenApply(good -> good && admits(outsider));
        }
        return directory
                .tokens()
                .find(hash)
                .thenApply(found -> found.filter(this::admits).isPresent());
    }

    private boolean admits(Token token) {
        return judged(token) instanceof Entry.Admitted;
    }

    private CompletionStage<Optional<Token>> outsider(String bearer) {
        if (outsiders.isEmpty() || !Outsiders.canBe(bearer)) {
            return CompletableFuture.completedStage(Optional.empty());
        }
        return outsiders.get().read(bearer).thenApply(found -> {
            found.ifPresent(token -> outside.put(token.hash(), token));
            return found;
        });
    }

    /** Tells whoever serves callers for longer than one request of those who are let in no more. */
    public void onRevoked(Consumer<Predicate<Principal>> listener) {
        revoked.add(listener);
    }

    /** Lets certain callers in no more, whose tokens were revoked. */
    public void forget(Predicate<Principal> callers) {
        known.invalidateAll();
        revoked.forEach(listener -> listener.accept(callers));
    }

    private Entry remembered(Optional<Token> found) {
        found.ifPresent(token -> known.put(token.hash(), token));
        return found.map(this::judged).orElseGet(() -> new Entry.Denied(INVALID));
    }

    private Entry judged(Token token) {
        if (token.scopes().contains(Scopes.SIGN_IN)) {
            return new Entry.Denied(INVALID);
        }
        Instant expiresAt = token.expiresAt();
        if (expiresAt != null && !clock.instant().isBefore(expiresAt)) {
            return new Entry.Denied(EXPIRED);
        }
        return new Entry.Admitted(principal(token));
    }

    private static Principal principal(Token token) {
        return new Principal(
                token.account(),
                token.user(),
                by(token),
                token.scopes(),
                token.scopes().contains(Scopes.ADMIN),
                false,
                new Credential(token.hash(), token.expiresAt()));
    }

    private static String by(Token token) {
        if (token.user() != null) {
            return "user:" + token.user();
        }
        String app = token.app();
        return app != null ? Principal.app(app) : "token:" + token.name();
    }

    private CompletionStage<Entry> operator(String account) {
        return directory
                .accounts()
                .find(account)
                .thenApply(found -> found.isPresent()
                        ? new Entry.Admitted(new Principal(
                                account,
                                null,
                                "operator",
                                Set.of(Scopes.ADMIN),
                                true,
                                true,
                                new Credential(operatorHash, null)))
                        : new Entry.NoSuchAccount(account));
    }

    private static @Nullable String bearer(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return null;
        }
        String token = authorization.substring(7).strip();
        return token.isEmpty() ? null : token;
    }
}
