package dev.porchlight.client.oauth;

import dev.porchlight.wire.Required;
import org.jspecify.annotations.Nullable;

/** The reply of a token endpoint (RFC 6749, section 5.1). Public only so that it can be read. */
public record GrantReply(
        @Required String accessToken,
        @Nullable Long expiresIn,
        @Nullable String refreshToken,
        @Nullable String scope) {

    /** Without the secrets. */
    @Override
    public String toString() {
        return "GrantReply[scope=" + scope + "]";
    }
}
