package dev.porchlight.server.oauth;

import dev.porchlight.server.http.Call;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of an OAuth request, from the query or a form body: real clients use either, some with an empty body that
 * is called JSON (docs/zoom-wire.md, Tokens and scopes).
 */
record OAuthParameters(Map<String, List<String>> query, Map<String, List<String>> form) {

    static OAuthParameters of(Call call) {
        String query = call.query();
        return new OAuthParameters(parameters(query == null ? "" : query), form(call));
    }

    Optional<String> get(String name) {
        return first(form, name).or(() -> first(query, name));
    }

    private static Map<String, List<String>> form(Call call) {
        boolean isForm = call.headerValues("Content-Type").stream()
                .anyMatch(type -> type.regionMatches(true, 0, "application/x-www-form-urlencoded", 0, 33));
        return isForm ? parameters(call.body().toString(StandardCharsets.UTF_8)) : Map.of();
    }

    private static Map<String, List<String>> parameters(String encoded) {
        try {
            return new QueryStringDecoder(encoded, false).parameters();
        } catch (IllegalArgumentException e) {
            // A bad percent-escape: none of its parameters can be trusted, and a missing one is told to the caller.
            return Map.of();
        }
    }

    private static Optional<String> first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
