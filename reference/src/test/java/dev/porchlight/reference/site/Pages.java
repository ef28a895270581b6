package dev.porchlight.reference.site;

import dev.porchlight.reference.collection.Collection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jsoup.Jsoup;

/** A site that was written, in memory. */
record Pages(Map<String, String> all) {
    static Pages of(Collection collection, Settings settings) {
        Map<String, String> all = new ConcurrentSkipListMap<>();
        SiteWriter writer = new SiteWriter(
                settings, (address, bytes) -> all.put(address, new String(bytes, StandardCharsets.UTF_8)));
        writer.add(collection, done -> {});
        writer.finish();
        return new Pages(all);
    }

    /** Links, styles and scripts that lead nowhere, a line each. */
    List<String> broken() {
        return all.entrySet().stream()
                .filter(page -> page.getKey().endsWith(".html"))
                .flatMap(page -> Jsoup.parse(page.getValue()).select("[href], [src]").stream()
                        .map(link -> link.hasAttr("href") ? link.attr("href") : link.attr("src"))
                        .filter(href -> !href.startsWith("#") && !href.matches("(https?|mailto):.*"))
                        .filter(href -> !all.containsKey(target(page.getKey(), href)))
                        .map(href -> page.getKey() + " -> " + href))
                .toList();
    }

    /** What does something when it is opened, or asks the network for something, a line each. */
    List<String> alive() {
        return all.entrySet().stream()
                .filter(page -> page.getKey().endsWith(".html"))
                .flatMap(page -> Jsoup.parse(page.getValue())
                        .select(
                                "script:not([src$=/search.js],[src$=assets/reference.js]), img, iframe, object, embed, style,"
                                        + " form:not(.search), [onerror], [onload], [onclick], [style], [href^=javascript:], [href^=data:]")
                        .stream()
                        .map(element -> page.getKey() + ": " + element))
                .toList();
    }

    private static String target(String from, String href) {
        Path folder = Path.of("/" + from).getParent();
        return folder.resolve(href).normalize().toString().substring(1);
    }
}
