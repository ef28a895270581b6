package dev.porchlight.server.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The OpenAPI document as it lies in the jar, and the way along its references. */
record Document(JsonNode root) {
    private static final String NAME = "openapi.json";

    /** How the document calls the server. */
    private static final String DEFAULT_ADDRESS = "http://127.0.0.1:8484";

    /** Its text, for a server that answers at the address. Reads from the jar: slow enough not to do it on an event loop. */
    static String text(String address) {
        try (InputStream resource = Document.class.getResourceAsStream(NAME)) {
            byte[] bytes = Objects.requireNonNull(resource, NAME).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).replace(DEFAULT_ADDRESS, address);
        } catch (IOException e) {
            throw new UncheckedIOException("the jar lacks " + NAME, e);
        }
    }

    static Document read(String address) {
        try {
            return new Document(new ObjectMapper().readTree(text(address)));
        } catch (IOException e) {
            throw new UncheckedIOException(NAME + " is no JSON", e);
        }
    }

    /** What a reference within the document refers to; any other node itself. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.path("$ref").asText().substring(1)) : node;
    }
}
