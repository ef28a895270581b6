package dev.porchlight.reference.collection;

import java.util.List;
import java.util.stream.Stream;

/**
 * An answer that somebody saved with an item.
 *
 * @param code the HTTP status, 0 when none was saved
 * @param headers one a line
 */
public record SavedResponse(Node node, String name, int code, String status, List<String> headers, String body) {
    static SavedResponse of(Node node) {
        return new SavedResponse(
                node,
                node.at("name").text(""),
                code(node.at("code")),
                node.at("status").text(""),
                headers(node.at("header")).toList(),
                node.at("body").text(""));
    }

    /** Whether a client that is answered so has what it asked for. */
    public boolean isSuccess() {
        return code >= 200 && code < 300;
    }

    private static int code(Node code) {
        int value = code.value().asInt(0);
        if (!code.isMissing() && (value < 100 || value > 999)) {
            code.note("an HTTP status of three digits");
            return 0;
        }
        return value;
    }

    private static Stream<String> headers(Node headers) {
        if (headers.isText()) {
            return headers.text("").lines();
        }
        return headers.elements().stream()
                .map(header -> header.isObject()
                        ? header.at("key").text("") + ": " + header.at("value").text("")
                        : header.text(""));
    }
}
