package dev.porchlight.server.oauth;

import dev.porchlight.engine.directory.App;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What an app asks of a user (RFC 6749, section 4.1.1).
 *
 * @param redirect where the user is sent back to
 * @param namedRedirect the same where the request named it, else null
 * @param challenge as it is kept, or null for none
 */
record AuthorizationRequest(
        App app,
        String redirect,
        @Nullable String namedRedirect,
        SortedSet<String> scopes,
        @Nullable String state,
        @Nullable String challenge) {

    /** What comes of reading a request. */
    sealed interface Read {
        /** All of it can be asked. */
        record Good(AuthorizationRequest request) implements Read {}

        /** The app is told, where it is known to be. */
        record Refused(String redirect, @Nullable String state, String error, String reason) implements Read {}

        /** It is not known where the app is, so nobody is sent there (RFC 9700, section 4.11). */
        record Lost(String reason) implements Read {}
    }

    static Read read(App app, OAuthParameters parameters, boolean plainAllowed) {
        if (app.kind() != App.Kind.USER_AUTHORISED) {
            return new Read.Lost("The app \"" + app.name() + "\" is a server's: users cannot allow it anything.");
        }
        Optional<String> named = parameters.inQuery("redirect_uri");
        Optional<String> redirect = RedirectUris.chosen(app, named);
        if (redirect.isEmpty()) {
            return new Read.Lost("The app \"" + app.name()
                    + "\" wants you sent to an address that is not registered for it (redirect_uri).");
        }
        return new Reading(app, parameters, redirect.get(), named.orElse(null), plainAllowed).read();
    }

    /** The part of reading in which the app can be told. */
    private record Reading(
            App app,
            OAuthParameters parameters,
            String redirect,
            @Nullable String named,
            boolean plainAllowed) {

        Read read() {
            Optional<String> repeated = parameters.repeated();
            if (repeated.isPresent()) {
                return refused("invalid_request", "a parameter is repeated");
            }
            String type = parameters.inQuery("response_type").orElse("");
            if (!type.equals("code")) {
                return type.isEmpty()
                        ? refused("invalid_request", "response_type is missing (expected: code)")
                        : refused("unsupported_response_type", "response_type (expected: code)");
            }
            SortedSet<String> wanted = parameters.scopes();
            if (!app.scopes().containsAll(wanted)) {
                return refused("invalid_scope", "scope (expected: scopes that the app has)");
            }
            return challenged(wanted.isEmpty() ? app.scopes() : wanted);
        }

        private Read challenged(SortedSet<String> scopes) {
            Optional<String> given = parameters.inQuery("code_challenge");
            if (given.isEmpty()) {
                return app.isPublic()
                                || parameters.inQuery("code_challenge_method").isPresent()
                        ? refused("invalid_request", "code_challenge is missing")
                        : good(scopes, null);
            }
            // RFC 7636, section 4.3: without a method, it is plain.
            String method = parameters.inQuery("code_challenge_method").orElse(Pkce.PLAIN);
            if (method.equals(Pkce.PLAIN) && !plainAllowed) {
                return refused("invalid_request", "code_challenge_method is plain (expected: S256)");
            }
            Optional<String> kept = Pkce.challenge(given.get(), method);
            return kept.isPresent()
                    ? good(scopes, kept.get())
                    : refused("invalid_request", "code_challenge (expected: a challenge of the method S256)");
        }

        private Read good(SortedSet<String> scopes, @Nullable String challenge) {
            return new Read.Good(new AuthorizationRequest(app, redirect, named, scopes, state(), challenge));
        }

        private Read refused(String error, String reason) {
            return new Read.Refused(redirect, state(), error, reason);
        }

        private @Nullable String state() {
            return parameters.inQuery("state").orElse(null);
        }
    }
}
