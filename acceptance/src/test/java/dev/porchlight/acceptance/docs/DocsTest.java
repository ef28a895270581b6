package dev.porchlight.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.porchlight.server.DevSettings;
import dev.porchlight.server.DevSettings.DevApp;
import dev.porchlight.server.Porchlight;
import dev.porchlight.server.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each marked command of README.md and docs/ is run against the demo, and prints what the document shows. */
class DocsTest {
    private static final Path HOME = Path.of("..");
    private static final Path HTTP_API = HOME.resolve("docs/http-api.md");

    private static final Path EMULATOR = HOME.resolve("docs/emulator.md");
    private static final Pattern SHOWN_FILE =
            Pattern.compile("<!-- file: (?<file>\\S+) -->\n```java\n(?<text>.*?)```\n", Pattern.DOTALL);

    /** How curl ends when it listened as long as it was told to. */
    private static final int CURL_OUT_OF_TIME = 28;

    static List<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.list(HOME.resolve("docs"))) {
            return Stream.concat(Stream.of(HOME.resolve("README.md")), docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .filter(DocsTest::hasExamples)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aMarkedCommandPrintsWhatTheDocumentShows(Path document, @TempDir Path folder) throws Exception {
        try (DemoProcess demo = DemoProcess.start(folder)) {
            for (Example example : Example.in(document)) {
                run(example.at(demo.url()), demo.tokens(), folder);
            }
        }
    }

    @Test
    void aCommandOfTheEmulatorsPagePrintsWhatThePageShows(@TempDir Path folder) throws Exception {
        DevSettings dev = new DevSettings(true, true, List.of(new DevApp("my-client", "my-secret")));
        try (Porchlight emulator =
                Porchlight.start(Settings.defaults().withPort(0).withDev(dev))) {
            List<Example> examples = Example.emulating(EMULATOR);
            assertThat(examples).hasSizeGreaterThan(5);
            for (Example example : examples) {
                run(example.at(emulator.uri()), Map.of(), folder);
            }
        }
    }

    @Test
    void aProgramThatADocumentShowsIsTheOneThatIsTested() throws IOException {
        Matcher shown = SHOWN_FILE.matcher(Files.readString(EMULATOR));
        List<String> files = new ArrayList<>();
        while (shown.find()) {
            files.add(shown.group("file"));
            assertThat(shown.group("text")).isEqualTo(Files.readString(HOME.resolve(shown.group("file"))));
        }
        assertThat(files).hasSize(2);
    }

    @Test
    void thePageOfTheApiHasACommandForEveryRequest(@TempDir Path folder) throws Exception {
        try (DemoProcess demo = DemoProcess.start(folder)) {
            JsonNode paths = new ObjectMapper()
                    .readTree(URI.create(demo.url() + "/openapi.json").toURL().openStream())
                    .path("paths");
            List<String> requests = paths.propertyStream()
                    .flatMap(path -> path.getValue()
                            .propertyStream()
                            .map(operation -> operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()))
                    .toList();
            List<String> sections = List.of(Files.readString(HTTP_API).split("(?m)^### "));
            assertThat(sections.stream()
                            .skip(1)
                            .map(section -> section.lines().findFirst().orElseThrow()))
                    .containsExactlyInAnyOrderElementsOf(requests.stream()
                            .map(request -> "`" + request + "`")
                            .toList());
            assertThat(sections.stream().skip(1))
                    .allSatisfy(section -> assertThat(section).contains("<!-- run -->"));
        }
    }

    private static void run(Example example, Map<String, String> tokens, Path folder) throws Exception {
        Path complaints = folder.resolve("complaints.txt");
        ProcessBuilder shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", example.command())
                .directory(folder.toFile())
                .redirectError(complaints.toFile());
        shell.environment().putAll(tokens);
        shell.environment().put("NO_PROXY", "127.0.0.1");
        Process process = shell.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as("%s: %s%s", example, output, Files.readString(complaints))
                .isEqualTo(example.command().contains("--max-time") ? CURL_OUT_OF_TIME : 0);
        try {
            example.shown().hold(output);
        } catch (AssertionError e) {
            throw new AssertionError(example + " printed " + output, e);
        }
    }

    private static boolean hasExamples(Path document) {
        try {
            return !Example.in(document).isEmpty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
