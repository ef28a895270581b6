package dev.porchlight.server;

import dev.porchlight.server.gate.TrustedIssuer;
import dev.porchlight.server.oauth.TokenFormat;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How people and apps get tokens.
 *
 * @param publicUrl how others reach this server, without a slash at its end; null for the address that it listens on
 * @param behindProxy whether {@code X-Forwarded-For} is believed, which only a proxy of the operator's own may set
 * @param tokenFormat what access tokens look like
 * @param signingKeyLifetime how long a key signs tokens before another is made
 * @param plainChallenges whether PKCE without a hash is taken too, which protects less (RFC 9700, section 2.1.1)
 * @param trustedIssuer somebody else whose tokens are taken, or null for nobody
 */
public record OAuthSettings(
        @Nullable String publicUrl,
        boolean behindProxy,
        TokenFormat tokenFormat,
        Duration signingKeyLifetime,
        boolean plainChallenges,
        @Nullable TrustedIssuer trustedIssuer) {
    public static final OAuthSettings DEFAULTS =
            new OAuthSettings(null, false, TokenFormat.OPAQUE, Duration.ofDays(30), false, null);

    public OAuthSettings withPublicUrl(@Nullable String url) {
        return new OAuthSettings(url, behindProxy, tokenFormat, signingKeyLifetime, plainChallenges, trustedIssuer);
    }

    public OAuthSettings withBehindProxy(boolean behind) {
        return new OAuthSettings(publicUrl, behind, tokenFormat, signingKeyLifetime, plainChallenges, trustedIssuer);
    }

    public OAuthSettings withTokenFormat(TokenFormat format) {
        return new OAuthSettings(publicUrl, behindProxy, format, signingKeyLifetime, plainChallenges, trustedIssuer);
    }

    public OAuthSettings withSigningKeyLifetime(Duration lifetime) {
        return new OAuthSettings(publicUrl, behindProxy, tokenFormat, lifetime, plainChallenges, trustedIssuer);
    }

    public OAuthSettings withPlainChallenges(boolean allowed) {
        return new OAuthSettings(publicUrl, behindProxy, tokenFormat, signingKeyLifetime, allowed, trustedIssuer);
    }

    public OAuthSettings withTrustedIssuer(@Nullable TrustedIssuer issuer) {
        return new OAuthSettings(publicUrl, behindProxy, tokenFormat, signingKeyLifetime, plainChallenges, issuer);
    }
}
