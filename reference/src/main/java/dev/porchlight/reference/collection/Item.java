package dev.porchlight.reference.collection;

import java.util.List;

/** A request with its saved responses. Nothing of it is checked before it is resolved. */
public record Item(Node node, String name, Scope scope) implements Entry {
    public Node request() {
        return node.at("request");
    }

    @Override
    public String description() {
        String own = request().isObject() ? request().at("description").description() : "";
        return own.isEmpty() ? node.at("description").description() : own;
    }

    public List<SavedResponse> responses() {
        return node.at("response").objects().stream().map(SavedResponse::of).toList();
    }
}
