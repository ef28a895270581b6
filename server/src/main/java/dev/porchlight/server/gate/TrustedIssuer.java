package dev.porchlight.server.gate;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else whose access tokens are taken: an issuer of OpenID Connect or of JSON Web Tokens (RFC 9068).
 *
 * @param issuer what {@code iss} must be
 * @param audience what {@code aud} must hold: this API, not an app, or ID tokens would open it
 * @param keys where the issuer publishes its keys, over https or on this machine
 * @param account whose users they are, or null where a claim says it
 * @param accountClaim which claim names the account, where {@code account} does not
 * @param userClaim which claim names the user, by id or e-mail address; a token without it is a server's
 * @param scopeClaim which claim holds the scopes, parted by spaces or as a list
 */
public record TrustedIssuer(
        String issuer,
        String audience,
        URI keys,
        @Nullable String account,
        String accountClaim,
        String userClaim,
        String scopeClaim) {}
