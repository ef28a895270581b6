package dev.porchlight.reference.request;

import java.util.List;

/** What follows the headers. */
public sealed interface Body {
    /** No body; a length of zero where the method expects a body. */
    record None() implements Body {}

    /** Text, sent as UTF-8. */
    record Text(String content) implements Body {}

    /** Fields of {@code application/x-www-form-urlencoded}. */
    record Form(List<Parameter> fields) implements Body {}

    /** Parts of {@code multipart/form-data}; whoever sends it chooses the boundary. */
    record Multipart(List<Part> parts) implements Body {}

    /** A file as it is. */
    record File(String path) implements Body {}
}
