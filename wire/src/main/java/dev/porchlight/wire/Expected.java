package dev.porchlight.wire;

import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The words for what a field should hold. */
final class Expected {
    private Expected() {}

    static String of(@Nullable Class<?> type) {
        if (type == null) {
            return "another type";
        } else if (type == String.class) {
            return "a string";
        } else if (type == Instant.class) {
            return "an instant such as 2026-03-27T04:00:00Z";
        } else if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        } else if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        } else if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return "an object";
    }
}
