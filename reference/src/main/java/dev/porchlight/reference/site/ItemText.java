package dev.porchlight.reference.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.porchlight.reference.collection.Item;
import dev.porchlight.reference.collection.SavedResponse;
import dev.porchlight.reference.request.Secrets;
import java.util.List;

/** Items and saved responses as JSON and as text, without their secrets. Members keep their order. */
public final class ItemText {
    private static final ObjectWriter JSON = new ObjectMapper()
            .writer(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                            .withObjectEmptySeparator("")
                            .withArrayEmptySeparator(""))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n"))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private ItemText() {}

    public static String json(Item item) {
        return json(Secrets.hiddenIn(item.node().value()));
    }

    /** Without the request that it answers, which is the item's own but for its values. */
    static String json(SavedResponse response) {
        JsonNode copy = Secrets.hiddenIn(response.node().value());
        if (copy instanceof ObjectNode object) {
            object.remove("originalRequest");
        }
        return json(copy);
    }

    /** As it came over the wire: status, headers, body. */
    static String text(SavedResponse response) {
        List<String> headers =
                response.headers().stream().map(ItemText::withoutSecret).toList();
        return ("HTTP/1.1 " + title(response) + "\n" + String.join("\n", headers) + "\n\n"
                        + Secrets.hiddenIn(response.body()))
                .strip();
    }

    static String title(SavedResponse response) {
        String code = response.code() == 0 ? "" : response.code() + " ";
        return (code + response.status()).strip().isEmpty() ? "No status" : (code + response.status()).strip();
    }

    private static String withoutSecret(String header) {
        boolean secret = header.regionMatches(true, 0, "Set-Cookie:", 0, 11)
                || header.regionMatches(true, 0, "Authorization:", 0, 14);
        return secret ? header.substring(0, header.indexOf(':')) + ": <secret>" : Secrets.hiddenIn(header);
    }

    private static String json(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON cannot be written", e);
        }
    }
}
