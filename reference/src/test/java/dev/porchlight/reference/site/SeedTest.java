package dev.porchlight.reference.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.reference.collection.Collection;
import dev.porchlight.reference.sample.Languages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page that Porchlight began with, as it was found; its indentation is lost. */
class SeedTest {
    private static final String PAGE = text("page.txt");
    private static final Collection SEED =
            Collection.read(text("collection.json").getBytes(StandardCharsets.UTF_8));

    @Test
    void withItsQuirksTheSampleIsThePagesToTheByte() {
        assertThat(part("sample", true)).isEqualTo(between("Back to Collection Items\n", "Curl Command\n"));
    }

    @Test
    void withItsQuirksTheCurlCommandIsThePagesToTheByte() {
        assertThat(part("curl", true)).isEqualTo(between("Curl Command\n", "Postman Collection Item JSON\n"));
    }

    @Test
    void theItemIsThePagesLineByLine() {
        String json = part("json", true).lines().map(String::strip).collect(Collectors.joining("\n"));

        assertThat(json)
                .isEqualTo(between("Postman Collection Item JSON\n", null)
                        .replace("[\n]", "[]")
                        .strip());
    }

    @Test
    void withoutQuirksTheDurationIsWhatTheItemSaysAndA204HasItsBranch() {
        String sample = part("sample", false);

        assertThat(sample)
                .contains("req.AddParam(\"duration\",\"1221\");", "if (respStatusCode != 204) {")
                .doesNotContain("Available1221", "JsonObject");
        assertThat(part("curl", false)).contains("--form-string 'duration=1221'");
    }

    @Test
    void theTitleIsThePages() {
        TextPage page = new TextPage(SEED.name(), SEED.items().getFirst(), settings(false));

        assertThat(page.text().lines().findFirst()).isEqualTo(PAGE.lines().findFirst());
    }

    private static String part(String name, boolean quirks) {
        return new TextPage(SEED.name(), SEED.items().getFirst(), settings(quirks))
                .part(name)
                .orElseThrow();
    }

    private static Settings settings(boolean quirks) {
        return new Settings(List.of(Languages.CHILKAT), Map.of(), quirks);
    }

    private static String between(String start, String end) {
        int from = PAGE.indexOf(start) + start.length();
        return PAGE.substring(from, end == null ? PAGE.length() : PAGE.indexOf(end, from));
    }

    private static String text(String name) {
        try (InputStream in = SeedTest.class.getResourceAsStream("/dev/porchlight/reference/edge/seed/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
