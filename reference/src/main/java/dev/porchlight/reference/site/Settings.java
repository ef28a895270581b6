package dev.porchlight.reference.site;

import dev.porchlight.reference.sample.Language;
import java.util.List;
import java.util.Map;

/**
 * How pages are to be made.
 *
 * @param languages which ones, at least one, in the order of the tabs
 * @param environment values of variables that go before those of the collections
 * @param quirks whether C# and curl are printed as on the page that Porchlight began with
 */
public record Settings(List<Language> languages, Map<String, String> environment, boolean quirks) {
    public Settings {
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("languages: none (expected: at least one)");
        }
    }
}
