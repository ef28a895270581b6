package dev.porchlight.reference.site;

import dev.porchlight.reference.collection.Flaw;
import dev.porchlight.reference.sample.Language;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;

/** Makes the pages of items, several items at a time, and hands them over at once: memory holds those under way. */
final class Writing {
    private static final String INDEX = "index.html";

    private final Settings settings;
    private final BiConsumer<String, byte[]> to;
    private final IntConsumer progress;
    private final AtomicInteger done = new AtomicInteger();

    Writing(Settings settings, BiConsumer<String, byte[]> to, IntConsumer progress) {
        this.settings = settings;
        this.to = to;
        this.progress = progress;
    }

    List<Flaw> items(CollectionPages collection) {
        return collection.items().entrySet().parallelStream()
                .map(entry -> item(collection.pages(entry.getKey(), entry.getValue()), entry.getKey()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Flaw> item(ItemPages pages, String address) {
        write(address + INDEX, pages.all());
        for (Language language : settings.languages()) {
            write(address + language.id() + "/" + INDEX, pages.only(language));
        }
        progress.accept(done.incrementAndGet());
        return pages.flaw();
    }

    private void write(String address, String page) {
        to.accept(address, page.getBytes(StandardCharsets.UTF_8));
    }
}
