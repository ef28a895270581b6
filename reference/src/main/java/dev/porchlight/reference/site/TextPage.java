package dev.porchlight.reference.site;

import dev.porchlight.reference.collection.FlawedException;
import dev.porchlight.reference.collection.Item;
import dev.porchlight.reference.request.ResolvedRequest;
import dev.porchlight.reference.request.Resolver;
import dev.porchlight.reference.sample.Language;
import dev.porchlight.reference.sample.Languages;
import dev.porchlight.reference.sample.Quirks;
import dev.porchlight.reference.sample.Samples;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An item's page as text, its parts in the order of the page. The sample is in the first of the settings' languages. */
public final class TextPage {
    /** What {@link #part} knows. */
    public static final List<String> PARTS = List.of("sample", "curl", "request", "json", "responses");

    private final Samples samples = new Samples();
    private final String collection;
    private final Item item;
    private final Settings settings;
    private final ResolvedRequest request;

    /** Throws {@link FlawedException} when the item cannot be shown. */
    public TextPage(String collection, Item item, Settings settings) {
        this.collection = collection;
        this.item = item;
        this.settings = settings;
        this.request = new Resolver(settings.environment()).resolve(item);
    }

    public String text() {
        String responses = responses();
        return language().name() + " / " + collection + " / " + item.name() + "\n\n"
                + sample()
                + "\nCurl Command\n" + curl()
                + "\nRequest\n" + RequestText.of(request) + "\n"
                + "\nPostman Collection Item JSON\n" + ItemText.json(item) + "\n"
                + (responses.isEmpty() ? "" : "\nSaved Responses\n" + responses);
    }

    /** One part; empty when there is none of that name. */
    public Optional<String> part(String name) {
        return switch (name) {
            case "sample" -> Optional.of(sample());
            case "curl" -> Optional.of(curl());
            case "request" -> Optional.of(RequestText.of(request) + "\n");
            case "json" -> Optional.of(ItemText.json(item) + "\n");
            case "responses" -> Optional.of(responses());
            default -> Optional.empty();
        };
    }

    private Language language() {
        return settings.languages().getFirst();
    }

    private String sample() {
        return settings.quirks() && language().equals(Languages.CHILKAT)
                ? Quirks.csharp(samples, item, request)
                : samples.print(item, request, language());
    }

    private String curl() {
        return settings.quirks() ? Quirks.curl(samples, item, request) : samples.print(item, request, Languages.CURL);
    }

    private String responses() {
        return item.responses().stream()
                .map(response -> response.name().strip() + "\n" + ItemText.text(response) + "\n")
                .collect(Collectors.joining("\n"));
    }
}
