package dev.porchlight.reference.site;

import dev.porchlight.reference.collection.Collection;
import dev.porchlight.reference.collection.Item;
import dev.porchlight.reference.sample.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pages of collections, each made when it is asked for; none is kept. Safe for many threads. Addresses are relative and end
 * with {@code /index.html}, so that the same pages work from a file system.
 */
public final class Site {
    private final Frame frame;
    private final Map<String, CollectionPages> collections = new LinkedHashMap<>();

    public Site(List<Collection> collections, Settings settings) {
        this.frame = new Frame(settings);
        Addresses addresses = Frame.addresses();
        for (Collection collection : collections) {
            CollectionPages pages = new CollectionPages(collection, addresses, frame.kitchen());
            this.collections.put(pages.address(), pages);
        }
    }

    /** What is at an address; empty when there is nothing. */
    public Optional<byte[]> at(String address) {
        return switch (address) {
            case Frame.INDEX -> Optional.of(frame.first(lines()));
            case Frame.STYLE -> Optional.of(frame.style());
            case Frame.SCRIPT -> Optional.of(Frame.script());
            default -> {
                CollectionPages pages = collections.get(address.substring(0, address.indexOf('/') + 1));
                yield pages == null ? Optional.empty() : at(pages, address).map(Frame::utf8);
            }
        };
    }

    private List<ContentsView.Line> lines() {
        return collections.values().stream().map(CollectionPages::line).toList();
    }

    private Optional<String> at(CollectionPages pages, String address) {
        if (address.equals(pages.address() + Frame.SEARCH)) {
            return Optional.of(pages.search());
        }
        if (!address.endsWith("/" + Frame.INDEX)) {
            return Optional.empty();
        }
        String folder = address.substring(0, address.length() - Frame.INDEX.length());
        if (folder.equals(pages.address())) {
            return Optional.of(pages.contents());
        }
        Item item = pages.items().get(folder);
        if (item != null) {
            return Optional.of(pages.pages(folder, item).all());
        }
        return frame.kitchen().settings().languages().stream()
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
}
