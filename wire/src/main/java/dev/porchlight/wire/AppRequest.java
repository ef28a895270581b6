package dev.porchlight.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a new OAuth app of the caller's account.
 *
 * @param clientId chosen by the caller, or null for one made at random
 * @param clientSecret chosen by the caller, or null for one made at random
 */
public record AppRequest(
        @Required String name,
        @Required List<String> scopes,
        @Nullable String clientId,
        @Nullable String clientSecret) {
    @Override
    public String toString() {
        return "AppRequest[name=" + name + ", scopes=" + scopes + "]";
    }
}
