package dev.porchlight.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/conformance.md says of each behaviour what holds here; whoever says "same" names a test, and each named test is there. */
class ConformanceTest {
    private static final Path HOME = Path.of("..");
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)#(\\w+)`");
    private static final Pattern MARK = Pattern.compile("@(?:Test|ParameterizedTest)\\b");
    private static final Pattern METHOD = Pattern.compile("\\bvoid (\\w+)\\(");

    /**
     * A line of a table.
     *
     * @param here same, different or not offered
     */
    record Line(String documented, String here, String reason) {
        @Override
        public String toString() {
            return documented;
        }

        List<MatchResult> tests() {
            return NAMED.matcher(reason).results().toList();
        }
    }

    static List<Line> lines() throws IOException {
        return Files.readString(HOME.resolve("docs/conformance.md"))
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Zoom documents"))
                .map(line -> line.split("(?<!\\\\)\\|", -1))
                .map(cells -> new Line(cells[1].strip(), cells[2].strip(), cells[3].strip()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aLineSaysWhatHoldsHereAndWhyOrWhichTestHoldsIt(Line line) {
        assertThat(line.here()).isIn("same", "different", "not offered");
        assertThat(line.reason()).isNotEmpty();
        if (line.here().equals("same")) {
            assertThat(line.tests()).isNotEmpty();
        }
    }

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        Map<String, List<String>> tests = tests();
        assertThat(lines()).hasSizeGreaterThan(80);
        assertThat(lines().stream().flatMap(line -> line.tests().stream()))
                .allSatisfy(named -> assertThat(tests.get(named.group(1)))
                        .as(named.group())
                        .isNotNull()
                        .contains(named.group(2)));
    }

    /** The methods of each test class, by its name without the package. */
    private static Map<String, List<String>> tests() throws IOException {
        try (Stream<Path> modules = Files.list(HOME)) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(ConformanceTest::classes)
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            ConformanceTest::methods,
                            (some, others) -> Stream.concat(some.stream(), others.stream())
                                    .toList()));
        }
    }

    private static Stream<Path> classes(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith("Test.java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> methods(Path file) {
        try {
            return MARK.splitAsStream(Files.readString(file))
                    .skip(1)
                    .flatMap(marked -> METHOD.matcher(marked).results().limit(1))
                    .map(method -> method.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
