package dev.porchlight.reference.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Languages whose tools cannot be had here are held to texts that were read by people. {@code -Dporchlight.write=true} writes
 * them anew; read what changed.
 */
class SamplesTextTest {
    private static final Path TEXTS = Path.of("src/test/resources/dev/porchlight/reference/text");
    private static final Set<String> ITEMS = Set.of("Update", "05", "07", "32", "51", "60", "70", "78", "92");

    static Stream<Language> languages() {
        return Languages.ALL.stream().filter(language -> !Tools.ALL.containsKey(language.id()));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theSamplesAreThoseThatWereRead(Language language) throws IOException {
        Samples samples = new Samples();
        String printed = EdgeItem.all().stream()
                .filter(item -> ITEMS.contains(item.number()))
                .map(item -> "=== " + item.item().name() + "\n"
                        + samples.print(item.item(), item.at("http://127.0.0.1:18080/v2"), language))
                .collect(Collectors.joining("\n"));
        Path file = TEXTS.resolve(language.id() + ".txt");
        if (Boolean.getBoolean("porchlight.write")) {
            Files.createDirectories(TEXTS);
            Files.writeString(file, printed);
        }
        assertThat(printed).isEqualTo(Files.readString(file));
    }
}
