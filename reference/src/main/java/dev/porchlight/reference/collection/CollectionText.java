package dev.porchlight.reference.collection;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** A collection's bytes to nodes. */
final class CollectionText {
    /** Deeper nesting is refused: no collection needs it, and it is a way to use up a reader's stack. */
    private static final int MAX_DEPTH = 500;

    private static final int MAX_PATH = 200;
    private static final int MAX_TEXT = 64 * 1024 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_TEXT)
                    .build())
            .build());

    private CollectionText() {}

    /** Throws {@link FlawedException} when they are no JSON object. */
    static Node read(byte[] bytes, Consumer<Flaw> flaws) {
        try (JsonParser parser = JSON.createParser(bytes)) {
            return read(parser, flaws);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory could not be read", e);
        }
    }

    private static Node read(JsonParser parser, Consumer<Flaw> flaws) throws IOException {
        try {
            JsonNode root = parser.readValueAsTree();
            Node node = new Node(root == null ? JSON.missingNode() : root, "$", flaws);
            if (!node.isObject()) {
                throw node.refuse("a JSON object, as Postman writes it");
            }
            return node;
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new FlawedException(
                    new Flaw(shortened(path(parser.getParsingContext())), e.getOriginalMessage() + where, "JSON"));
        }
    }

    private static String shortened(String path) {
        int length = path.length();
        return length <= MAX_PATH
                ? path
                : path.substring(0, MAX_PATH / 2) + "…" + path.substring(length - MAX_PATH / 2);
    }

    private static String path(JsonStreamContext context) {
        if (context.inRoot() || context.getParent() == null) {
            return "$";
        }
        String parent = path(context.getParent());
        if (context.inArray()) {
            return parent + "[" + Math.max(0, context.getCurrentIndex()) + "]";
        }
        return context.getCurrentName() == null ? parent : parent + "." + context.getCurrentName();
    }
}
