package dev.porchlight.reference.collection;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An item or what it lies in: where authentication and variables come from. The innermost comes first. */
public record Scope(List<Node> nodes) {
    Scope with(Node inner) {
        return new Scope(Stream.concat(Stream.of(inner), nodes.stream()).toList());
    }

    /** The authentication that holds: the request's own, or that of the nearest folder that has one. */
    public Optional<Node> auth(Node request) {
        return Stream.concat(Stream.of(request), nodes.stream())
                .map(node -> node.at("auth"))
                .filter(auth -> !auth.isMissing())
                .findFirst();
    }

    /** The lists of variables, the nearest first. */
    public Stream<Node> variables() {
        return nodes.stream().map(node -> node.at("variable"));
    }
}
