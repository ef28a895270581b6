package dev.porchlight.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The {@code --json} option, and what it prints when the server's answer alone is not it. */
public final class JsonOption {
    public static final String HELP = "Print JSON.";

    private JsonOption() {}

    static ObjectNode object(String first, JsonNode firstValue, String second, JsonNode secondValue) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.set(first, firstValue);
        object.set(second, secondValue);
        return object;
    }
}
