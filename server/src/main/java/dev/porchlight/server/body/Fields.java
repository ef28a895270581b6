package dev.porchlight.server.body;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The named fields of a body, in the order sent. A field that was given twice is there once and unusable. */
public final class Fields implements Parsed {
    /** More fields are refused, known or not. */
    public static final int MAX_FIELDS = 100;

    private final Map<String, Value> values = new LinkedHashMap<>();

    Fields() {}

    public Map<String, Value> values() {
        return Map.copyOf(values);
    }

    /** The field's value, or null where it was not sent. */
    public @Nullable Value value(String name) {
        return values.get(name);
    }

    /** The field's text, or null where it was not sent or is no text. */
    public @Nullable String text(String name) {
        return values.get(name) instanceof Value.Text(String text) ? text : null;
    }

    /** Adds a field, and tells whether there was room for it. */
    boolean put(String name, Value value) {
        if (values.putIfAbsent(name, value) != null) {
            values.put(name, new Value.Unusable("given more than once"));
        }
        return values.size() <= MAX_FIELDS;
    }
}
