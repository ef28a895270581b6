package dev.porchlight.reference.site;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** Markdown, as people write it into collections, to HTML that does nothing: no script, no style, no picture from elsewhere. */
final class Markdown {
    /** Longer text, and text nested deeper, is no description. */
    private static final int LONGEST = 100_000;

    private static final int DEEPEST = 40;

    /** Collections say the same of many items. */
    private static final int MOST_KNOWN = 2_000;

    private final Map<String, String> known = new ConcurrentHashMap<>();
    private final Parser parser = Parser.builder().maxOpenBlockParsers(DEEPEST).build();
    private final HtmlRenderer renderer = HtmlRenderer.builder().build();
    private final Cleaner cleaner = new Cleaner(Safelist.basic()
            .addTags("h1", "h2", "h3", "h4", "h5", "h6", "hr", "table", "thead", "tbody", "tr", "th", "td", "del")
            .removeAttributes("ol", "start"));
    private final Document.OutputSettings compact = new Document.OutputSettings().prettyPrint(false);

    String html(String markdown) {
        if (markdown.isBlank()) {
            return "";
        }
        String text = markdown.length() <= LONGEST ? markdown : markdown.substring(0, LONGEST) + "…";
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(text, each -> clean(renderer.render(parser.parse(each))));
    }

    private String clean(String html) {
        Document document = cleaner.clean(Jsoup.parseBodyFragment(html));
        document.outputSettings(compact);
        // The page has headings of its own; those of a description come below them.
        document.select("h1, h2, h3, h4, h5, h6")
                .forEach(heading -> heading.tagName("p").addClass("heading"));
        return document.body().html();
    }

    /** Without marks, for search. */
    static String plain(String markdown, int longest) {
        String text = markdown.length() <= longest * 2 ? markdown : markdown.substring(0, longest * 2);
        String plain = text.replaceAll("<[^>]{0,200}>", " ")
                .replaceAll("[*`_#\\[\\]()]+", " ")
                .replaceAll("\\s+", " ");
        return plain.length() <= longest
                ? plain.strip()
                : plain.substring(0, longest).strip();
    }
}
