package dev.porchlight.reference.site;

import dev.porchlight.reference.collection.Collection;
import dev.porchlight.reference.collection.Flaw;
import dev.porchlight.reference.sample.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;

/**
 * Writes a site, one collection after another, and keeps nothing of a collection that is written: memory holds one collection
 * and the pages of the items under way. Its pages are handed over from several threads at once.
 */
public final class SiteWriter {
    private final Frame frame;
    private final BiConsumer<String, byte[]> to;
    private final Addresses addresses = Frame.addresses();
    private final List<ContentsView.Line> collections = new ArrayList<>();
    private int items;

    /** @param to takes an address and what belongs there */
    public SiteWriter(Settings settings, BiConsumer<String, byte[]> to) {
        this(new Frame(settings), to);
    }

    private SiteWriter(Frame frame, BiConsumer<String, byte[]> to) {
        this.frame = frame;
        this.to = to;
    }

    /**
     * Writes a collection's pages.
     *
     * @param progress is told how many of its items are done
     * @return the flaws of items that could not be shown
     */
    public List<Flaw> add(Collection collection, IntConsumer progress) {
        CollectionPages pages = new CollectionPages(collection, addresses, frame.kitchen());
        collections.add(pages.line());
        items += pages.items().size();
        to.accept(pages.address() + Frame.INDEX, Frame.utf8(pages.contents()));
        to.accept(pages.address() + Frame.SEARCH, Frame.utf8(pages.search()));
        AtomicInteger done = new AtomicInteger();
        return pages.items().entrySet().parallelStream()
                .map(item -> {
                    Optional<Flaw> flaw = write(item.getKey(), pages.pages(item.getKey(), item.getValue()));
                    progress.accept(done.incrementAndGet());
                    return flaw;
                })
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Flaw> write(String address, ItemPages pages) {
        to.accept(address + Frame.INDEX, Frame.utf8(pages.all()));
        for (Language language : frame.kitchen().settings().languages()) {
            to.accept(address + language.id() + "/" + Frame.INDEX, Frame.utf8(pages.only(language)));
        }
        return pages.flaw();
    }

    /** Writes what leads to the collections; after the last of them. */
    public void finish() {
        Map.of(
                        Frame.INDEX, frame.first(collections),
                        Frame.STYLE, frame.style(),
                        Frame.SCRIPT, Frame.script())
                .forEach(to);
    }

    public int items() {
        return items;
    }

    /** How many pages the items have: for each one with all languages, and one a language. */
    public int pages() {
        return items * (1 + frame.kitchen().settings().languages().size());
    }
}
