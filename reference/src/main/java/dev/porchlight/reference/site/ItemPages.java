package dev.porchlight.reference.site;

import dev.porchlight.reference.collection.Flaw;
import dev.porchlight.reference.collection.FlawedException;
import dev.porchlight.reference.collection.Item;
import dev.porchlight.reference.collection.SavedResponse;
import dev.porchlight.reference.request.ResolvedRequest;
import dev.porchlight.reference.request.Resolver;
import dev.porchlight.reference.sample.Language;
import dev.porchlight.reference.sample.Languages;
import dev.porchlight.reference.sample.Quirks;
import dev.porchlight.reference.sample.Samples;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages of one item: one with all languages, and one a language. What they have in common is made once. For one thread. */
final class ItemPages {
    private final Kitchen kitchen;
    private final String collectionName;
    private final String address;
    private final Item item;
    private final @Nullable ResolvedRequest request;
    private final @Nullable Flaw flaw;
    private final Map<String, String> printed = new HashMap<>();
    private final String rest;
    private final String description;

    /** What all pages are made with. */
    record Kitchen(Settings settings, Samples samples, Renderer renderer, Markdown markdown) {}

    /** @param address of the item's first page, ending with a slash; it begins with the collection's */
    ItemPages(Kitchen kitchen, String collectionName, String address, Item item) {
        this.kitchen = kitchen;
        this.collectionName = collectionName;
        this.address = address;
        this.item = item;
        ResolvedRequest resolved = null;
        Flaw wrong = null;
        try {
            resolved = new Resolver(kitchen.settings().environment()).resolve(item);
        } catch (FlawedException e) {
            wrong = e.flaw();
        }
        this.request = resolved;
        this.flaw = wrong;
        this.description = kitchen.markdown().html(item.description());
        this.rest = kitchen.renderer().render("rest.jte", rest());
    }

    Optional<Flaw> flaw() {
        return Optional.ofNullable(flaw);
    }

    /** The page with all languages. */
    String all() {
        return page(collectionName + " / " + item.name(), address, tabs(address, true), null);
    }

    /** The page of one language. */
    String only(Language language) {
        String own = address + language.id() + "/";
        ItemView.Tab tab = tab(language, own, true, false);
        return page(language.name() + " / " + collectionName + " / " + item.name(), own, tabs(own, false), tab);
    }

    private String page(String title, String own, List<ItemView.Tab> tabs, ItemView.@Nullable Tab alone) {
        return kitchen.renderer()
                .render(
                        "item.jte",
                        new ItemView(
                                title,
                                root(own),
                                collectionAddress(),
                                root(own) + collectionAddress() + "/index.html",
                                request == null ? "" : request.method(),
                                request == null ? "" : request.url(),
                                description,
                                request == null ? List.of() : request.toFillIn(),
                                request == null ? List.of() : request.notes(),
                                flaw == null ? null : flaw.toString(),
                                tabs,
                                alone,
                                request == null ? "" : print(Languages.CURL, request),
                                rest));
    }

    private List<ItemView.Tab> tabs(String own, boolean texts) {
        List<ItemView.Tab> tabs = new ArrayList<>();
        for (Language language : kitchen.settings().languages()) {
            tabs.add(tab(language, own, texts, tabs.isEmpty()));
        }
        return tabs;
    }

    private ItemView.Tab tab(Language language, String own, boolean text, boolean first) {
        return new ItemView.Tab(
                language.id(),
                language.label(),
                text && request != null ? print(language, request) : "",
                root(own) + address + language.id() + "/index.html",
                first);
    }

    private String print(Language language, ResolvedRequest resolved) {
        return printed.computeIfAbsent(language.id(), id -> printAnew(language, resolved));
    }

    private String printAnew(Language language, ResolvedRequest resolved) {
        Samples samples = kitchen.samples();
        if (kitchen.settings().quirks() && language.equals(Languages.CHILKAT)) {
            return Quirks.csharp(samples, item, resolved);
        }
        if (kitchen.settings().quirks() && language.equals(Languages.CURL)) {
            return Quirks.curl(samples, item, resolved);
        }
        return samples.print(item, resolved, language);
    }

    private RestView rest() {
        List<RestView.Response> responses = new ArrayList<>();
        for (SavedResponse response : item.responses()) {
            responses.add(new RestView.Response(
                    responses.size() + 1,
                    ItemText.title(response),
                    kitchen.markdown().html(response.name()),
                    ItemText.text(response),
                    ItemText.json(response)));
        }
        return new RestView(request == null ? null : RequestText.of(request), ItemText.json(item), responses);
    }

    private String collectionAddress() {
        return address.substring(0, address.indexOf('/'));
    }

    private static String root(String own) {
        return "../".repeat((int) own.chars().filter(sign -> sign == '/').count());
    }
}
