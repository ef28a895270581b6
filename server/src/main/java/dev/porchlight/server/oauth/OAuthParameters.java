package dev.porchlight.server.oauth;

import dev.porchlight.server.http.Call;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        return inForm(name).or(() -> inQuery(name));
    }

    Optional<String> inQuery(String name) {
        return first(query, name);
    }

    Optional<String> inForm(String name) {
        return first(form, name);
    }

    /** A parameter that is there more than once, which RFC 6749, section 3.1, forbids: two readers could read two things. */
    Optional<String> repeated() {
        return Stream.concat(query.entrySet().stream(), form.entrySet().stream())
                .filter(entry -> entry.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The scopes that are asked for, parted by spaces; empty where none are named. */
    SortedSet<String> scopes() {
        return get("scope").stream()
                .flatMap(text -> Stream.of(text.split(" +", -1)))
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
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
