package dev.porchlight.wire;

/** The reply to POST /oauth/revoke. */
public record RevokeReply(String status) {
    public static final RevokeReply SUCCESS = new RevokeReply("success");
}
