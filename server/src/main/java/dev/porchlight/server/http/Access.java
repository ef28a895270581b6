package dev.porchlight.server.http;

import java.util.List;

/** Who may call a route. */
public sealed interface Access {

    /** Anybody, without a token. */
    record Open() implements Access {}

    /**
     * A token with any one of the scopes. Those that end in {@code :admin} reach every user of the account, the others
     * only the token's own user.
     *
     * @param scopes the first two are named to a caller who has none of them
     */
    record Scoped(List<String> scopes) implements Access {
        public Scoped {
            scopes = List.copyOf(scopes);
        }
    }

    /** A token with {@code porchlight:admin}. */
    record Administrator() implements Access {}

    /** Whoever can read the server's folder. */
    record Operator() implements Access {}
}
