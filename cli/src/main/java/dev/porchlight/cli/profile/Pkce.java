package dev.porchlight.cli.profile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;

/** A secret for one sign-in and what the authorization server may know of it before (RFC 7636, section 4). */
record Pkce(String verifier, String challenge) {
    private static final int BYTES = 32;

    static Pkce from(RandomGenerator random) {
        String verifier = unguessable(random);
        return new Pkce(verifier, base64(sha256(verifier.getBytes(StandardCharsets.US_ASCII))));
    }

    /** 256 bits that fit into an address. */
    static String unguessable(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return base64(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
