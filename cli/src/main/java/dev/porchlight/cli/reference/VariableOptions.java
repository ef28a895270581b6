package dev.porchlight.cli.reference;

import dev.porchlight.cli.terminal.Failure;
import dev.porchlight.reference.sample.Language;
import dev.porchlight.reference.sample.Languages;
import dev.porchlight.reference.site.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a request is worked out with. */
public final class VariableOptions {
    @Option(names = "--env", paramLabel = "FILE", description = "A Postman environment, for the values of variables.")
    private @Nullable String environment;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "The value of the variable baseUrl, which most collections begin their addresses with.")
    private @Nullable String baseUrl;

    @Option(
            names = "--quirks",
            paramLabel = "NAME",
            description = "chilkat: C# and curl with the mistakes of a well-known page, to compare with it.")
    private @Nullable String quirks;

    Settings settings(Files files, @Nullable List<String> languages) {
        Map<String, String> values = new HashMap<>(environment == null ? Map.of() : files.environment(environment));
        if (baseUrl != null) {
            values.put("baseUrl", baseUrl);
        }
        if (quirks != null && !quirks.equals("chilkat")) {
            throw new Failure("--quirks: " + quirks + " (expected: chilkat).", "");
        }
        List<Language> chosen = languages == null
                ? Languages.ALL
                : languages.stream().map(VariableOptions::language).distinct().toList();
        return new Settings(chosen, values, quirks != null);
    }

    private static Language language(String id) {
        return Languages.of(id)
                .orElseThrow(() -> new Failure(
                        "Unknown language: " + id + ".",
                        "Expected: " + Languages.ALL.stream().map(Language::id).collect(Collectors.joining(", "))
                                + "."));
    }
}
