package dev.porchlight.client.oauth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an authorization server gave.
 *
 * @param expiresAt null where it did not say
 * @param refreshToken for grants of a person's only; the next one, where it rotates
 */
public record Grant(
        String accessToken,
        @Nullable Instant expiresAt,
        @Nullable String refreshToken,
        @Nullable String scope) {

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Grant[expiresAt=" + expiresAt + ", scope=" + scope + "]";
    }
}
