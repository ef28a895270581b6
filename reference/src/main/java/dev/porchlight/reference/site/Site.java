package dev.porchlight.reference.site;

import dev.porchlight.reference.collection.Collection;
import dev.porchlight.reference.collection.Flaw;
import dev.porchlight.reference.collection.Item;
import dev.porchlight.reference.sample.Language;
import dev.porchlight.reference.sample.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;

/**
 * Pages of collections. All of them can be written, or one at a time be made; none is kept. Safe for many threads.
 * Addresses are relative and end with {@code /index.html}, so that the pages work from a file system.
 */
public final class Site {
    private static final String STYLE = "assets/reference.css";
    private static final String SCRIPT = "assets/reference.js";
    private static final String SEARCH = "search.js";
    private static final String INDEX = "index.html";

    private final Settings settings;
    private final Renderer renderer = new Renderer();
    private final Map<String, CollectionPages> collections = new LinkedHashMap<>();

    public Site(List<Collection> collections, Settings settings) {
        this.settings = settings;
        ItemPages.Kitchen kitchen = new ItemPages.Kitchen(settings, new Samples(), renderer, new Markdown());
        Addresses addresses = new Addresses();
        addresses.below("", "assets");
        for (Collection collection : collections) {
            CollectionPages pages = new CollectionPages(collection, addresses, kitchen);
            this.collections.put(pages.address(), pages);
        }
    }

    /** How many pages the items have: for each one with all languages, and one a language. */
    public int pages() {
        return items() * (1 + settings.languages().size());
    }

    public int items() {
        return collections.values().stream()
                .mapToInt(pages -> pages.items().size())
                .sum();
    }

    /**
     * Hands over everything, item by item, from several threads at once.
     *
     * @param to takes an address and what belongs there
     * @param progress is told how many items are done, now and then
     * @return the flaws of items that could not be shown
     */
    public List<Flaw> write(BiConsumer<String, byte[]> to, IntConsumer progress) {
        to.accept(INDEX, utf8(first()));
        to.accept(STYLE, style());
        to.accept(SCRIPT, resource("reference.js"));
        Writing writing = new Writing(settings, to, progress);
        List<Flaw> flaws = new ArrayList<>();
        collections.forEach((address, pages) -> {
            to.accept(address + INDEX, utf8(pages.contents()));
            to.accept(address + SEARCH, utf8(pages.search()));
            flaws.addAll(writing.items(pages));
        });
        return flaws;
    }

    /** What is at an address, made now; empty when there is nothing. */
    public Optional<byte[]> at(String address) {
        return switch (address) {
            case INDEX -> Optional.of(utf8(first()));
            case STYLE -> Optional.of(style());
            case SCRIPT -> Optional.of(resource("reference.js"));
            default -> {
                CollectionPages pages = collections.get(address.substring(0, address.indexOf('/') + 1));
                yield pages == null ? Optional.empty() : at(pages, address).map(Site::utf8);
            }
        };
    }

    private Optional<String> at(CollectionPages pages, String address) {
        if (address.equals(pages.address() + SEARCH)) {
            return Optional.of(pages.search());
        }
        if (!address.endsWith("/" + INDEX)) {
            return Optional.empty();
        }
        String folder = address.substring(0, address.length() - INDEX.length());
        if (folder.equals(pages.address())) {
            return Optional.of(pages.contents());
        }
        Item item = pages.items().get(folder);
        if (item != null) {
            return Optional.of(pages.pages(folder, item).all());
        }
        return settings.languages().stream()
                .filter(language -> folder.endsWith("/" + language.id() + "/"))
                .findFirst()
                .flatMap(language -> only(pages, folder, language));
    }

    private static Optional<String> only(CollectionPages pages, String folder, Language language) {
        String parent = folder.substring(0, folder.length() - language.id().length() - 1);
        Item item = pages.items().get(parent);
        return item == null
                ? Optional.empty()
                : Optional.of(pages.pages(parent, item).only(language));
    }

    private String first() {
        return renderer.render(
                "collections.jte",
                collections.values().stream().map(CollectionPages::line).toList());
    }

    /** With the rules that show the panel of the tab that is chosen, without a script. */
    private byte[] style() {
        StringBuilder style = new StringBuilder(new String(resource("reference.css"), StandardCharsets.UTF_8));
        for (Language language : settings.languages()) {
            style.append("#tab-%1$s:checked ~ #panel-%1$s { display: block; }\n".formatted(language.id()));
        }
        return utf8(style.toString());
    }

    private static byte[] resource(String name) {
        try (InputStream resource = Site.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(resource, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the jar lacks " + name, e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
