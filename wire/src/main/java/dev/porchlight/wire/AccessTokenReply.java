package dev.porchlight.wire;

/**
 * The reply to POST /oauth/token.
 *
 * @param tokenType {@code bearer}
 * @param expiresIn in seconds
 * @param scope parted by spaces
 * @param apiUrl where the API answers
 */
public record AccessTokenReply(String accessToken, String tokenType, long expiresIn, String scope, String apiUrl) {
    @Override
    public String toString() {
        return "AccessTokenReply[scope=" + scope + "]";
    }
}
