package dev.porchlight.server.zoom;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens that lead to the next page of one list for a quarter of an hour. Each is sealed together with the list that it
 * belongs to: one that was changed, or is of another list, leads nowhere. A restart ends them all.
 */
final class PageTokens {
    private static final Duration LASTS = Duration.ofMinutes(15);
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SEAL = 32;

    private final SecretKeySpec key;
    private final InstantSource clock;

    PageTokens(String secret, InstantSource clock) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.clock = clock;
    }

    /**
     * A token for the page after an entry.
     *
     * @param list whatever makes out the list, such as whose it is and what was searched for
     */
    String after(String entry, String list) {
        byte[] name = entry.getBytes(StandardCharsets.UTF_8);
        byte[] told = ByteBuffer.allocate(Long.BYTES + name.length)
                .putLong(clock.instant().plus(LASTS).getEpochSecond())
                .put(name)
                .array();
        byte[] token = ByteBuffer.allocate(told.length + SEAL)
                .put(told)
                .put(seal(told, list))
                .array();
        return encoded(token);
    }

    /** The entry that a token was made for; empty for one that is none, of another list, or too old. */
    Optional<String> entry(String token, String list) {
        byte[] bytes = decoded(token);
        int length = bytes.length - SEAL;
        if (length < Long.BYTES) {
            return Optional.empty();
        }
        byte[] told = Arrays.copyOf(bytes, length);
        byte[] sealed = Arrays.copyOfRange(bytes, length, bytes.length);
        return MessageDigest.isEqual(sealed, seal(told, list))
                        && clock.instant().isBefore(end(told))
                ? Optional.of(new String(told, Long.BYTES, length - Long.BYTES, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static Instant end(byte[] told) {
        return Instant.ofEpochSecond(ByteBuffer.wrap(told).getLong());
    }

    private byte[] seal(byte[] told, String list) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(told);
            return mac.doFinal(list.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** No bytes for what is no token; a last character may say the same as another one, and still is not the one given out. */
    private static byte[] decoded(String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            return encoded(bytes).equals(token) ? bytes : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
