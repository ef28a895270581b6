package dev.porchlight.reference.site;

import java.util.List;

/** What a collection's first page shows. */
public record ContentsView(
        String title, String root, String collection, String description, String count, List<Line> lines) {
    /** A folder, with what is below it, or an item. */
    public record Line(String name, String method, String href, String description, List<Line> below) {}
}
