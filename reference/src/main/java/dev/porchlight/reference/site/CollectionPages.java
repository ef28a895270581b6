package dev.porchlight.reference.site;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.porchlight.reference.collection.Collection;
import dev.porchlight.reference.collection.Entry;
import dev.porchlight.reference.collection.Folder;
import dev.porchlight.reference.collection.Item;
import dev.porchlight.reference.collection.Node;
import dev.porchlight.reference.request.Secrets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The pages of a collection: its contents, and those of each item. */
final class CollectionPages {
    private static final int ABOUT = 300;

    private final Collection collection;
    private final String address;
    private final ItemPages.Kitchen kitchen;
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final List<ContentsView.Line> lines;

    CollectionPages(Collection collection, Addresses addresses, ItemPages.Kitchen kitchen) {
        this.collection = collection;
        this.address = addresses.below("", collection.name());
        this.kitchen = kitchen;
        this.lines = lines(collection.entries(), address, addresses);
    }

    ContentsView.Line line() {
        return new ContentsView.Line(collection.name(), "", address + "index.html", "", List.of());
    }

    String address() {
        return address;
    }

    /** By the address of their first pages. */
    Map<String, Item> items() {
        return items;
    }

    ItemPages pages(String itemAddress, Item item) {
        return new ItemPages(kitchen, collection.name(), itemAddress, item);
    }

    String contents() {
        String count = items.size() == 1 ? "1 item" : items.size() + " items";
        return kitchen.renderer()
                .render(
                        "contents.jte",
                        new ContentsView(
                                collection.name(),
                                "../",
                                address.substring(0, address.length() - 1),
                                kitchen.markdown().html(collection.description()),
                                count,
                                lines));
    }

    /** What there is to find, as a script: pages from the file system may not read files. */
    String search() {
        ArrayNode found = JsonNodeFactory.instance.arrayNode();
        items.forEach((itemAddress, item) -> found.addObject()
                .put("name", item.name())
                .put("method", method(item))
                .put("path", path(item))
                .put("href", itemAddress + "index.html")
                .put("about", Markdown.plain(item.description(), ABOUT)));
        return "window.referenceItems = " + found + ";\n";
    }

    private List<ContentsView.Line> lines(List<Entry> entries, String parent, Addresses addresses) {
        List<ContentsView.Line> made = new ArrayList<>();
        for (Entry entry : entries) {
            String own = addresses.below(parent, entry.name());
            made.add(
                    switch (entry) {
                        case Folder folder -> folder(folder, own, addresses);
                        case Item item -> item(item, own);
                    });
        }
        return made;
    }

    private ContentsView.Line folder(Folder folder, String own, Addresses addresses) {
        return new ContentsView.Line(
                folder.name(),
                "",
                "",
                kitchen.markdown().html(folder.description()),
                lines(folder.entries(), own, addresses));
    }

    private ContentsView.Line item(Item item, String own) {
        items.put(own, item);
        String href = own.substring(address.length()) + "index.html";
        return new ContentsView.Line(item.name(), method(item), href, "", List.of());
    }

    private static String method(Item item) {
        Node request = item.request();
        String method = request.isObject() ? request.value().path("method").asText("GET") : "GET";
        return method.isBlank() ? "GET" : method.strip().toUpperCase(Locale.ROOT);
    }

    /** The address as it is written: what readers look for. */
    private static String path(Item item) {
        Node request = item.request();
        Node url = request.isObject() ? request.at("url") : request;
        String written =
                url.isObject() ? url.value().path("raw").asText() : url.value().asText();
        return Markdown.plain(Secrets.hiddenIn(written), ABOUT);
    }
}
