package dev.porchlight.reference.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of every language: each edge item's sample, run, sends what Postman's runner sends. */
class SamplesRunTest {
    private static final List<EdgeItem> ITEMS = EdgeItem.all();

    @TempDir
    private Path folder;

    /** All that can be run, or the one of {@code -Dporchlight.language}. */
    static Set<String> languages() {
        String only = System.getProperty("porchlight.language", "");
        return only.isEmpty() ? Tools.ALL.keySet() : Set.of(only);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everySampleSendsWhatPostmanSends(String id) throws IOException {
        Tool tool = Objects.requireNonNull(Tools.ALL.get(id));
        assumeTrue(tool.isThere() || "true".equals(System.getenv("CI")), "its tool is not installed");
        Language language = Languages.of(id).orElseThrow();
        Map<String, String> wrong = new LinkedHashMap<>();
        Files.write(folder.resolve("f.txt"), EdgeItem.file());
        try (CapturingServer server = new CapturingServer()) {
            tool.run(folder, samples(language, server));
            for (EdgeItem item : ITEMS) {
                List<String> differences = server.captured(key(id, item))
                        .map(sent -> Comparison.differences(item, sent))
                        .orElseGet(() -> List.of("nothing was sent: " + output(key(id, item))));
                if (!differences.isEmpty()) {
                    wrong.put(item.item().name(), String.join("\n    ", differences));
                }
            }
        }
        System.out.printf("%-17s %d of %d samples are right%n", id, ITEMS.size() - wrong.size(), ITEMS.size());
        assertThat(wrong).isEmpty();
    }

    private static Map<String, String> samples(Language language, CapturingServer server) {
        Samples samples = new Samples();
        Map<String, String> printed = new LinkedHashMap<>();
        for (EdgeItem item : ITEMS) {
            String key = key(language.id(), item);
            printed.put(key, samples.print(item.item(), item.at(server.address(key)), language));
        }
        return printed;
    }

    private static String key(String language, EdgeItem item) {
        return (language + "-" + item.number()).toLowerCase(java.util.Locale.ROOT);
    }

    private String output(String key) {
        try {
            Path output = Files.exists(folder.resolve(key + ".out"))
                    ? folder.resolve(key + ".out")
                    : folder.resolve(Compiled.name(key) + ".out");
            String text = Files.exists(output) ? Files.readString(output) : "";
            return text.substring(0, Math.min(700, text.length()));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
