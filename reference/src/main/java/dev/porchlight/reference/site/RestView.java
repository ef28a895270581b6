package dev.porchlight.reference.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all pages of an item end with.
 *
 * @param request as text; null when it cannot be told
 */
public record RestView(@Nullable String request, String json, List<Response> responses) {
    /** A saved response; its name is clean HTML. */
    public record Response(int number, String title, String name, String text, String json) {}
}
