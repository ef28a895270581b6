package dev.porchlight.reference.request;

import java.util.List;
import java.util.Optional;

/**
 * What an authentication adds to a request.
 *
 * @param replacing whether the headers replace those of the same name that the item has
 */
record Auth(
        List<Parameter> headers, List<Parameter> query, Optional<Basic> basic, boolean replacing, List<String> notes) {
    static final Auth NONE = new Auth(List.of(), List.of(), Optional.empty(), false, List.of());

    static Auth header(String name, String value) {
        return new Auth(List.of(new Parameter(name, value)), List.of(), Optional.empty(), true, List.of());
    }

    static Auth query(String name, String value) {
        return new Auth(List.of(), List.of(new Parameter(name, value)), Optional.empty(), false, List.of());
    }

    static Auth basic(String user, String password) {
        return new Auth(List.of(), List.of(), Optional.of(new Basic(user, password)), true, List.of());
    }

    /** One whose values depend on the moment or on what the server asks for. */
    static Auth computed(String scheme, List<Parameter> headers) {
        return new Auth(
                headers,
                List.of(),
                Optional.empty(),
                !headers.isEmpty(),
                List.of("Authentication: " + scheme + ", which is worked out anew for each request."));
    }
}
