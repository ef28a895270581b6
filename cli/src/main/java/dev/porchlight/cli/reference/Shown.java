package dev.porchlight.cli.reference;

import dev.porchlight.cli.terminal.Failure;
import dev.porchlight.reference.collection.Collection;
import dev.porchlight.reference.collection.FlawedException;
import dev.porchlight.reference.collection.Item;
import dev.porchlight.reference.site.Settings;
import dev.porchlight.reference.site.TextPage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Items of a collection on a terminal. */
final class Shown {
    private final Collection collection;
    private final Settings settings;
    private final Map<String, Item> items;

    Shown(Collection collection, Settings settings) {
        this.collection = collection;
        this.settings = settings;
        this.items = collection.itemsByPath();
    }

    String items() {
        return items.keySet().stream().map(path -> path + "\n").collect(Collectors.joining());
    }

    /** @param part null for all of them */
    String item(String name, @Nullable String part) {
        try {
            TextPage page = new TextPage(collection.name(), found(name), settings);
            return part == null ? page.text() : page.part(part).orElseThrow(() -> noPart(part));
        } catch (FlawedException e) {
            throw new Failure("Cannot show " + name + ": " + e.flaw() + ".", "");
        }
    }

    private static Failure noPart(String part) {
        return new Failure("--part: " + part + " (expected: " + String.join(", ", TextPage.PARTS) + ").", "");
    }

    private Item found(String name) {
        Item exact = items.get(name);
        if (exact != null) {
            return exact;
        }
        List<String> paths = items.keySet().stream()
                .filter(path -> path.endsWith("/" + name) || path.equals(name))
                .toList();
        if (paths.size() == 1) {
            return Objects.requireNonNull(items.get(paths.getFirst()));
        }
        throw new Failure(
                paths.isEmpty()
                        ? "There is no item " + name + "."
                        : "There are " + paths.size() + " items " + name + ".",
                paths.isEmpty()
                        ? "Without an item, porchlight reference show lists them."
                        : "Say which: " + String.join("; ", paths) + ".");
    }
}
