package dev.porchlight.server.v1;

import dev.porchlight.engine.directory.App;
import dev.porchlight.server.gate.Scopes;
import dev.porchlight.server.oauth.RedirectUris;
import dev.porchlight.wire.AppRequest;
import dev.porchlight.wire.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An app that somebody wants, and what is wrong with it.
 *
 * @param kind empty where it is none
 */
record NewApp(AppRequest request, Optional<App.Kind> kind, List<String> redirectUris, boolean isPublic) {
    private static final int MAX_REDIRECTS = 10;

    static NewApp of(AppRequest request) {
        List<String> redirectUris = Objects.requireNonNullElse(request.redirectUris(), List.of());
        boolean isPublic = Objects.requireNonNullElse(request.publicClient(), false);
        App.Kind usual = redirectUris.isEmpty() && !isPublic ? App.Kind.SERVER_TO_SERVER : App.Kind.USER_AUTHORISED;
        String named = Objects.requireNonNullElse(request.kind(), name(usual));
        Optional<App.Kind> kind = Stream.of(App.Kind.values())
                .filter(one -> name(one).equals(named))
                .findFirst();
        return new NewApp(request, kind, redirectUris, isPublic);
    }

    /** As the API calls it. */
    static String name(App.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        Names.error("name", request.name()).ifPresent(errors::add);
        Names.scopeError(request.scopes()).or(this::scopesOfOthers).ifPresent(errors::add);
        if (request.clientId() != null) {
            Names.credentialError("client_id", request.clientId()).ifPresent(errors::add);
        }
        secretError().ifPresent(errors::add);
        if (kind.isEmpty()) {
            errors.add(FieldError.of("kind", "another word", "server_to_server or user_authorised"));
        }
        redirectError().ifPresent(errors::add);
        if (isPublic && isServers()) {
            errors.add(FieldError.of("public_client", "true", "false for a server_to_server app"));
        }
        return errors;
    }

    private boolean isServers() {
        return kind.filter(App.Kind.SERVER_TO_SERVER::equals).isPresent();
    }

    /** A user has nothing of others to give away. */
    private Optional<FieldError> scopesOfOthers() {
        String others = request.scopes().stream()
                .filter(scope -> !Scopes.isOwn(scope))
                .sorted()
                .collect(Collectors.joining(" "));
        return isServers() || others.isEmpty()
                ? Optional.empty()
                : Optional.of(FieldError.of("scopes", others, "scopes without :admin for a user_authorised app"));
    }

    private Optional<FieldError> secretError() {
        String secret = request.clientSecret();
        if (secret == null) {
            return Optional.empty();
        }
        return isPublic
                ? Optional.of(FieldError.of("client_secret", "a secret", "none for a public client"))
                : Names.credentialError("client_secret", secret);
    }

    private Optional<FieldError> redirectError() {
        if (isServers() && !redirectUris.isEmpty()) {
            return Optional.of(FieldError.of(
                    "redirect_uris", redirectUris.size() + " addresses", "none for a server_to_server app"));
        }
        if (redirectUris.size() > MAX_REDIRECTS) {
            return Optional.of(
                    FieldError.of("redirect_uris", redirectUris.size() + " addresses", MAX_REDIRECTS + " at most"));
        }
        return redirectUris.stream().allMatch(RedirectUris::isAllowed)
                ? Optional.empty()
                : Optional.of(FieldError.of("redirect_uris", "another address", RedirectUris.EXPECTED));
    }
}
