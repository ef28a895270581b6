package dev.porchlight.server.http;

import dev.porchlight.server.gate.Principal;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request that the gate has let in, with its body read.
 *
 * @param parameters of the path, decoded
 * @param query what follows the question mark, not decoded, or null
 * @param body at most as long as the route takes
 * @param principal who asks
 * @param address where the connection comes from
 */
public record Call(
        Route route,
        Map<String, String> parameters,
        @Nullable String query,
        MultiMap headers,
        Buffer body,
        Principal principal,
        String address) {

    /** A parameter of the path; the route's path must name it. */
    public String parameter(String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException(route + " has no parameter " + name);
        }
        return value;
    }

    /** The body's bytes. */
    public byte[] bytes() {
        return body.getBytes();
    }

    /** The first value of a query parameter. */
    public Optional<String> queryParameter(String name) {
        if (query == null) {
            return Optional.empty();
        }
        List<String> values = new QueryStringDecoder(query, false).parameters().getOrDefault(name, List.of());
        return values.stream().findFirst();
    }

    /** All values of a header, in the order sent. */
    public List<String> headerValues(String name) {
        return headers.getAll(name);
    }

    /** Whether the caller's scopes for this route reach every user of the account. */
    public boolean reachesEveryUser() {
        return switch (route.access()) {
            case Access.Scoped scoped ->
                principal.admin()
                        || scoped.scopes().stream()
                                .anyMatch(scope -> scope.endsWith(":admin")
                                        && principal.scopes().contains(scope));
            case Access.Administrator a -> true;
            case Access.Operator o -> true;
            case Access.Open o -> false;
        };
    }
}
