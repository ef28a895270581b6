package dev.porchlight.engine.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of a list, in an order that does not change while entries come and go elsewhere.
 *
 * @param next where the next page starts, or null when this is the last
 */
public record Page<T>(List<T> items, @Nullable String next) {
    public Page {
        items = List.copyOf(items);
    }
}
