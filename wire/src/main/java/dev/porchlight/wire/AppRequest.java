package dev.porchlight.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a new OAuth app of the caller's account.
 *
 * @param clientId chosen by the caller, or null for one made at random
 * @param clientSecret chosen by the caller, or null for one made at random
 * @param kind {@code server_to_server} or {@code user_authorised}; null for the second where there are redirect URIs or the app
 *     is public, else for the first
 * @param redirectUris where users may be sent back to, or null for none
 * @param publicClient whether it can keep no secret, as on a phone; null for false
 */
public record AppRequest(
        @Required String name,
        @Required List<String> scopes,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable String kind,
        @Nullable List<String> redirectUris,
        @Nullable Boolean publicClient) {
    @Override
    public String toString() {
        return "AppRequest[name=" + name + ", scopes=" + scopes + "]";
    }
}
