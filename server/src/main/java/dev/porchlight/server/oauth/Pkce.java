package dev.porchlight.server.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The proof that whoever brings a code is who asked for it (RFC 7636). Challenges are kept as S256 makes them. */
final class Pkce {
    static final String S256 = "S256";
    static final String PLAIN = "plain";

    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");
    private static final Pattern HASHED = Pattern.compile("[A-Za-z0-9_-]{43}");

    private Pkce() {}

    /** A challenge as it is kept, or empty where it is none of that method. */
    static Optional<String> challenge(String given, String method) {
        return switch (method) {
            case S256 -> Optional.of(given).filter(text -> HASHED.matcher(text).matches());
            case PLAIN ->
                Optional.of(given)
                        .filter(text -> VERIFIER.matcher(text).matches())
                        .map(Pkce::hashed);
            default -> Optional.empty();
        };
    }

    /** Whether the verifier is the challenge's; without a challenge, only none is right (RFC 9700, section 2.1.1). */
    static boolean matches(@Nullable String challenge, Optional<String> verifier) {
        if (challenge == null || verifier.isEmpty()) {
            return challenge == null && verifier.isEmpty();
        }
        return VERIFIER.matcher(verifier.get()).matches()
                && MessageDigest.isEqual(
                        hashed(verifier.get()).getBytes(StandardCharsets.US_ASCII),
                        challenge.getBytes(StandardCharsets.US_ASCII));
    }

    private static String hashed(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
