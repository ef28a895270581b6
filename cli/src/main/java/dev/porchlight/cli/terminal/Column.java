package dev.porchlight.cli.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A column of a table, or a line of details.
 *
 * @param text of one entry; empty for nothing
 */
public record Column(String title, Function<JsonNode, String> text) {
    private static final Pattern FRACTION = Pattern.compile("\\.[0-9]+Z$");

    /** Shows the member of that name; a list as its elements with a blank between. */
    public static Column of(String title, String member) {
        return new Column(title, entry -> text(entry.path(member)));
    }

    /** Shows the member of that name, an instant, to the second. */
    public static Column time(String title, String member) {
        return new Column(title, entry -> time(entry.path(member).asText("")));
    }

    /** An instant in ISO 8601 to the second, which is as fine as people look. */
    public static String time(String instant) {
        return FRACTION.matcher(instant).replaceFirst("Z");
    }

    private static String text(JsonNode value) {
        if (!value.isArray()) {
            return value.asText("").strip();
        }
        StringBuilder words = new StringBuilder();
        value.forEach(word -> words.append(words.isEmpty() ? "" : " ").append(word.asText()));
        return words.toString();
    }
}
