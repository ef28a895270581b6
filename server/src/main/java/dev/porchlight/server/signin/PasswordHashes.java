package dev.porchlight.server.signin;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.BCrypt.Version;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/**
 * Hashes passwords by bcrypt, slowly on purpose, a few at a time. A password that is longer than bcrypt reads goes through
 * SHA-512 first, so that none of it is cut off.
 */
public final class PasswordHashes {
    private static final int COST = 11;
    private static final int WAITING = 64;

    /** Of a password that nobody has, so that it takes as long to find that a user has none. */
    private static final String NONE = "$2a$" + COST + "$abcdefghijklmnopqrstuu5Lp8/wGIvPRlj4tVsr5vSHBT2sCVR8C";

    private final SecureRandom random;
    private final Executor blocking;
    private final Semaphore working =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    private final Semaphore waiting = new Semaphore(WAITING);

    public PasswordHashes(SecureRandom random, Executor blocking) {
        this.random = random;
        this.blocking = blocking;
    }

    public CompletionStage<String> hash(String password) {
        return CompletableFuture.supplyAsync(
                () -> quietly(() -> new String(
                        BCrypt.with(Version.VERSION_2A, random, LongPasswordStrategies.hashSha512(Version.VERSION_2A))
                                .hash(COST, password.getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.US_ASCII)),
                blocking);
    }

    /**
     * Whether it is the password of that hash. False, too, where too many others wait.
     *
     * @param hash empty for a user who has none
     */
    public CompletionStage<Boolean> matches(String password, Optional<String> hash) {
        if (!waiting.tryAcquire()) {
            return CompletableFuture.completedStage(false);
        }
        return CompletableFuture.supplyAsync(
                        () -> quietly(() -> verified(password, hash.orElse(NONE))) && hash.isPresent(), blocking)
                .whenComplete((result, failure) -> waiting.release());
    }

    private static boolean verified(String password, String hash) {
        return BCrypt.verifyer(Version.VERSION_2A, LongPasswordStrategies.hashSha512(Version.VERSION_2A))
                .verify(password.getBytes(StandardCharsets.UTF_8), hash.getBytes(StandardCharsets.US_ASCII))
                .verified;
    }

    private <T> T quietly(java.util.function.Supplier<T> work) {
        working.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            working.release();
        }
    }
}
