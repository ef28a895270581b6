package dev.porchlight.reference.site;

import dev.porchlight.reference.sample.Language;
import dev.porchlight.reference.sample.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What a site has besides the pages of its collections: the first page, style and script. */
final class Frame {
    static final String INDEX = "index.html";
    static final String SEARCH = "search.js";
    static final String STYLE = "assets/reference.css";
    static final String SCRIPT = "assets/reference.js";

    private final ItemPages.Kitchen kitchen;

    Frame(Settings settings) {
        this.kitchen = new ItemPages.Kitchen(settings, new Samples(), new Renderer(), new Markdown());
    }

    ItemPages.Kitchen kitchen() {
        return kitchen;
    }

    /** Addresses of collections, none of which is that of style and script. */
    static Addresses addresses() {
        Addresses addresses = new Addresses();
        addresses.below("", "assets");
        return addresses;
    }

    byte[] first(List<ContentsView.Line> collections) {
        return utf8(kitchen.renderer().render("collections.jte", collections));
    }

    /** With the rules that show the panel of the tab that is chosen, without a script. */
    byte[] style() {
        StringBuilder style = new StringBuilder(new String(resource("reference.css"), StandardCharsets.UTF_8));
        for (Language language : kitchen.settings().languages()) {
            style.append("#tab-%1$s:checked ~ #panel-%1$s { display: block; }\n".formatted(language.id()));
        }
        return utf8(style.toString());
    }

    static byte[] script() {
        return resource("reference.js");
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) {
        try (InputStream resource = Frame.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(resource, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the jar lacks " + name, e);
        }
    }
}
