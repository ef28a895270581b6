package dev.porchlight.wire;

import org.jspecify.annotations.Nullable;

/**
 * The reply to POST /oauth/token.
 *
 * @param tokenType {@code bearer}
 * @param expiresIn in seconds
 * @param refreshToken for the next token; absent where there is nobody to ask again
 * @param scope parted by spaces
 * @param apiUrl where the API answers
 */
public record AccessTokenReply(
        String accessToken,
        String tokenType,
        @Nullable String refreshToken,
        long expiresIn,
        String scope,
        String apiUrl) {
    @Override
    public String toString() {
        return "AccessTokenReply[scope=" + scope + "]";
    }
}
