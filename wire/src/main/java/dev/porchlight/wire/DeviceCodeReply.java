package dev.porchlight.wire;

/**
 * The reply to POST /oauth/devicecode (RFC 8628, section 3.2).
 *
 * @param userCode what a person types at the address
 * @param verificationUriComplete the address with the code in it
 * @param expiresIn in seconds
 * @param interval seconds between two questions for the token
 */
public record DeviceCodeReply(
        String deviceCode,
        String userCode,
        String verificationUri,
        String verificationUriComplete,
        long expiresIn,
        long interval) {
    @Override
    public String toString() {
        return "DeviceCodeReply";
    }
}
