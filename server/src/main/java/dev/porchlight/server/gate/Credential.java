package dev.porchlight.server.gate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a caller was let in with.
 *
 * @param hash of the token, never the token itself
 * @param expiresAt null for never
 */
public record Credential(String hash, @Nullable Instant expiresAt) {
    /** Of a caller who showed nothing. */
    public static final Credential NONE = new Credential("", null);
}
