package dev.porchlight.reference.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an item's page shows.
 *
 * @param root the way to the site's root, such as {@code ../../}
 * @param collection the address of the collection
 * @param description HTML, clean
 * @param flaw why nothing can be shown; null when all is well
 * @param alone the only sample of the page of a language; null on the page with all of them
 * @param rest HTML, clean
 */
public record ItemView(
        String title,
        String root,
        String collection,
        String back,
        String method,
        String url,
        String description,
        List<String> toFillIn,
        List<String> notes,
        @Nullable String flaw,
        List<Tab> tabs,
        @Nullable Tab alone,
        String curl,
        String rest) {
    /** A sample, and the address of its own page. */
    public record Tab(String id, String label, String text, String href, boolean first) {}
}
