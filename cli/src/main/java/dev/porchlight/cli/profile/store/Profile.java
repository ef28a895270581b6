package dev.porchlight.cli.profile.store;

import dev.porchlight.client.oauth.ClientCredentials;
import dev.porchlight.client.oauth.Grant;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A server, and how tokens for it are had.
 *
 * @param grant the tokens of the moment, or null where none was fetched yet
 */
public record Profile(
        String name, URI url, Means means, @Nullable Grant grant) {

    /** How tokens are had. */
    public sealed interface Means {
        /** The kind in a word, for lists. */
        String kind();
    }

    /** A token that was given, for as long as it lasts. */
    public record Token(String token) implements Means {
        @Override
        public String kind() {
            return "token";
        }

        @Override
        public String toString() {
            return "Token[]";
        }
    }

    /**
     * An app's own, server to server.
     *
     * @param account Zoom's account id; null for {@code client_credentials}
     */
    public record App(
            URI endpoint,
            ClientCredentials client,
            @Nullable String account) implements Means {
        @Override
        public String kind() {
            return "server-to-server";
        }
    }

    /** A person's, who signed in with a browser; renewed with the refresh token of the grant. */
    public record Person(URI endpoint, ClientCredentials client) implements Means {
        @Override
        public String kind() {
            return "browser";
        }
    }

    public Profile with(Grant newGrant) {
        return new Profile(name, url, means, newGrant);
    }
}
