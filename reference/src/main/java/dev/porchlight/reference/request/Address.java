package dev.porchlight.reference.request;

import dev.porchlight.reference.collection.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An item's address, put together and encoded as Postman's runner does it. */
final class Address {
    private final Node url;
    private final Variables variables;

    Address(Node url, Variables variables) {
        this.url = url;
        this.variables = variables;
    }

    /** @param more what authentication adds to the query */
    Target target(List<Parameter> more) {
        String text = url.isText() ? resolved(url) : written();
        List<String> added = more.stream()
                .map(parameter -> queryName(parameter.name()) + "=" + queryValue(parameter.value()))
                .toList();
        return Target.of(text, added);
    }

    private String written() {
        if (!url.isObject()) {
            throw url.refuse("the address, as text or as an object");
        }
        if (url.at("host").isMissing() && url.at("path").isMissing()) {
            return resolved(url.at("raw"));
        }
        String protocol = resolved(url.at("protocol"));
        String port = resolved(url.at("port"));
        String path = path();
        String query = query();
        return (protocol.isEmpty() ? "" : protocol.replace("://", "") + "://")
                + joined(url.at("host"), ".")
                + (port.isEmpty() ? "" : ":" + port)
                + (path.isEmpty() || path.startsWith("/") ? path : "/" + path)
                + (query.isEmpty() ? "" : "?" + query);
    }

    private String path() {
        Map<String, String> values = new HashMap<>();
        for (Node variable : url.at("variable").isArray() ? url.at("variable").objects() : List.<Node>of()) {
            String key = variable.at("key").isMissing()
                    ? variable.at("id").text("")
                    : variable.at("key").text("");
            values.put(key, resolved(variable.at("value")));
        }
        Node path = url.at("path");
        List<String> segments = path.isText()
                ? List.of(path.text("").split("/", -1))
                : path.elements().stream().map(Address::segment).toList();
        return segments.stream()
                .map(segment -> segment.startsWith(":") ? filled(segment, values) : segment)
                .map(segment -> variables.resolve(segment, path))
                .collect(Collectors.joining("/"));
    }

    private static String filled(String segment, Map<String, String> values) {
        String value = values.getOrDefault(segment.substring(1), "");
        return value.isEmpty() ? segment : value;
    }

    private static String segment(Node segment) {
        return segment.isObject() ? segment.at("value").text("") : segment.text("");
    }

    private String query() {
        Node query = url.at("query");
        if (query.isText()) {
            return resolved(query);
        }
        List<String> pairs = new ArrayList<>();
        for (Node parameter : query.objects()) {
            Optional<String> pair = pair(parameter);
            if (!parameter.isTrue("disabled")) {
                pair.ifPresent(pairs::add);
            }
        }
        return String.join("&", pairs);
    }

    private Optional<String> pair(Node parameter) {
        if (parameter.at("key").isMissing() && parameter.at("value").isMissing()) {
            return Optional.empty();
        }
        String key = resolved(parameter.at("key"));
        return Optional.of(
                parameter.at("value").isMissing()
                        ? queryName(key)
                        : queryName(key) + "=" + queryValue(Secrets.hidden(key, resolved(parameter.at("value")))));
    }

    private static String queryName(String name) {
        return queryValue(name).replace("=", "%3D");
    }

    private static String queryValue(String value) {
        return value.replace("&", "%26").replace("#", "%23");
    }

    private String joined(Node parts, String between) {
        return parts.isText()
                ? resolved(parts)
                : parts.elements().stream().map(this::resolved).collect(Collectors.joining(between));
    }

    private String resolved(Node text) {
        return variables.resolve(text.text(""), text);
    }
}
