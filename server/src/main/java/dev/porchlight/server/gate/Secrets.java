package dev.porchlight.server.gate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * Makes secrets and hashes them. A secret made here has 256 random bits, so one round of SHA-256 keeps it; the same is not
 * true of a password that a person chose.
 */
public final class Secrets {
    /** Cloned for each use: to look it up by its name costs more than the digest. */
    private static final MessageDigest SHA_256 = sha256();

    private final RandomGenerator random;

    /** @param random for secrets that must not be guessed: a {@link java.security.SecureRandom} in a running server */
    public Secrets(RandomGenerator random) {
        this.random = random;
    }

    /** A new token or client secret: 43 URL-safe characters. */
    public String secret() {
        return characters(32);
    }

    /** A new id: 22 URL-safe characters. */
    public String id() {
        return characters(16);
    }

    /** A code of some of these letters, as short as a person can type it. */
    public String letters(String alphabet, int length) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < length; i++) {
            code.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return code.toString();
    }

    /** Never with a dash in front: a command line would take that for an option. */
    private String characters(int bytes) {
        byte[] chosen = new byte[bytes];
        String characters;
        do {
            random.nextBytes(chosen);
            characters = Base64.getUrlEncoder().withoutPadding().encodeToString(chosen);
        } while (characters.startsWith("-"));
        return characters;
    }

    /** The form in which a secret is stored and looked up: 64 hexadecimal digits. */
    public static String hash(String secret) {
        return HexFormat.of().formatHex(fresh().digest(secret.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest fresh() {
        try {
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException e) {
            return sha256();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Compares in a time that does not depend on where the two differ. */
    public static boolean matches(String secret, String hash) {
        return MessageDigest.isEqual(
                hash(secret).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }
}
