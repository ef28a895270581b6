package dev.porchlight.server.http;

import io.vertx.core.http.HttpMethod;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The table of routes, found by walking a request's path segment by segment; a literal segment wins over a parameter. */
public final class Routes {
    private final List<Route> all;
    private final Node root = new Node();

    public Routes(List<Route> routes) {
        all = List.copyOf(routes);
        all.forEach(this::add);
    }

    public List<Route> all() {
        return all;
    }

    /** What a request line leads to. */
    sealed interface Match {
        /** A route, with the path's parameters decoded. */
        record Found(Route route, Map<String, String> parameters) implements Match {}

        record UnknownPath() implements Match {}

        /** The path is known with other methods. */
        record WrongMethod(List<String> allowed) implements Match {}

        /** A parameter holds a percent-escape that is none. */
        record BadEscape(String segment) implements Match {}
    }

    Match match(HttpMethod method, String path) {
        Map<String, String> parameters = new HashMap<>(4);
        Node node = root;
        for (int start = 1; start <= path.length() && !path.isEmpty(); ) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            String segment = path.substring(start, end);
            Node next = node.literals.get(segment);
            if (next == null && node.parameter != null && !segment.isEmpty()) {
                next = node.parameter;
                String value = decoded(segment);
                if (value == null) {
                    return new Match.BadEscape(segment);
                }
                parameters.put(node.parameterName, value);
            }
            if (next == null) {
                return new Match.UnknownPath();
            }
            node = next;
            start = end + 1;
        }
        return found(node, method, parameters);
    }

    private static Match found(Node node, HttpMethod method, Map<String, String> parameters) {
        Route route = node.routes.get(method.name());
        if (route != null) {
            return new Match.Found(route, parameters);
        }
        return node.routes.isEmpty()
                ? new Match.UnknownPath()
                : new Match.WrongMethod(List.copyOf(node.routes.keySet()));
    }

    private static @Nullable String decoded(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void add(Route route) {
        Node node = root;
        for (String segment : route.path().substring(1).split("/", -1)) {
            node = node.child(segment);
        }
        if (node.routes.put(route.method().name(), route) != null) {
            throw new IllegalArgumentException("two routes for " + route);
        }
    }

    private static final class Node {
        final Map<String, Node> literals = new HashMap<>();
        final Map<String, Route> routes = new TreeMap<>();

        @Nullable
        Node parameter;

        String parameterName = "";

        Node child(String segment) {
            if (!segment.startsWith("{")) {
                return literals.computeIfAbsent(segment, s -> new Node());
            }
            if (parameter == null) {
                parameter = new Node();
                parameterName = segment.substring(1, segment.length() - 1);
            }
            return parameter;
        }
    }
}
