package dev.porchlight.reference.collection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Postman collection, v2.1 or v2.0. Reading it is tolerant: one in fifty does not keep to its schema. What is odd is
 * noted, and only what decides what an item sends makes that item useless.
 */
public record Collection(String name, String description, List<Entry> entries, Node root, List<Flaw> flaws) {
    /** Notes beyond these would not be read. */
    private static final int MOST_FLAWS = 1_000;

    /** Throws {@link FlawedException} when the bytes are no collection. */
    public static Collection read(byte[] json) {
        List<Flaw> flaws = new ArrayList<>();
        Node root = CollectionText.read(json, flaw -> {
            synchronized (flaws) {
                if (flaws.size() < MOST_FLAWS && !flaws.contains(flaw)) {
                    flaws.add(flaw);
                }
            }
        });
        Node items = root.at("item");
        if (!items.isArray()) {
            throw items.refuse("the list of the collection's items; is this a collection of format 2?");
        }
        Node info = root.at("info");
        return new Collection(
                name(info, "Collection"),
                info.at("description").description(),
                entries(items, new Scope(List.of(root))),
                root,
                flaws);
    }

    /** All items, however deep. */
    public List<Item> items() {
        return items(entries).toList();
    }

    /** All items by their folders' names and their own, with slashes between; of several with one name, the first. */
    public Map<String, Item> itemsByPath() {
        Map<String, Item> items = new LinkedHashMap<>();
        addTo(items, "", entries);
        return items;
    }

    private static void addTo(Map<String, Item> items, String path, List<Entry> entries) {
        for (Entry entry : entries) {
            switch (entry) {
                case Folder folder -> addTo(items, path + folder.name() + "/", folder.entries());
                case Item item -> items.putIfAbsent(path + item.name(), item);
            }
        }
    }

    private static Stream<Item> items(List<Entry> entries) {
        return entries.stream().flatMap(entry -> switch (entry) {
            case Folder folder -> items(folder.entries());
            case Item item -> Stream.of(item);
        });
    }

    private static List<Entry> entries(Node items, Scope scope) {
        List<Entry> entries = new ArrayList<>();
        for (Node node : items.elements()) {
            entries.add(entry(node, scope.with(node), entries.size() + 1));
        }
        return entries;
    }

    private static Entry entry(Node node, Scope scope, int place) {
        return node.at("item").isArray()
                ? new Folder(
                        node,
                        name(node, "Folder " + place),
                        node.at("description").description(),
                        entries(node.at("item"), scope))
                : new Item(node, name(node, "Item " + place), scope);
    }

    private static String name(Node named, String otherwise) {
        Node name = named.at("name");
        if (name.isMissing()) {
            name.note("a name");
        }
        String text = name.text("").strip();
        return text.isEmpty() ? otherwise : text;
    }
}
