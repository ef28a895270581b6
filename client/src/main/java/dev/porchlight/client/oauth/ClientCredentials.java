package dev.porchlight.client.oauth;

import org.jspecify.annotations.Nullable;

/**
 * Who asks for tokens.
 *
 * @param secret null for a public client, which has none
 */
public record ClientCredentials(String id, @Nullable String secret) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "ClientCredentials[id=" + id + "]";
    }
}
