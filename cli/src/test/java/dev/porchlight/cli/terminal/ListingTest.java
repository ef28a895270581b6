package dev.porchlight.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListingTest {
    private static final List<Column> COLUMNS =
            List.of(Column.of("NAME", "name"), Column.of("STATUS", "status"), Column.time("SINCE", "since"));
    private static final String PEOPLE = """
            [{"name":"Ada","status":"Available","since":"2026-03-27T04:00:00.123Z"},
             {"name":"Beatriz Souza","status":"Away"}]""";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void aPersonGetsAnAlignedTable() {
        list(surroundings(true, Map.of("NO_COLOR", "1")), false, PEOPLE);

        assertThat(text()).isEqualTo("""
                NAME           STATUS     SINCE
                Ada            Available  2026-03-27T04:00:00Z
                Beatriz Souza  Away
                """);
    }

    @Test
    void aPersonGetsColourUnlessTheySaidNo() {
        list(surroundings(true, Map.of()), false, PEOPLE);

        assertThat(text()).contains("\u001b[32mAvailable").contains("\u001b[33mAway");
    }

    @Test
    void aScriptGetsPlainLines() {
        list(surroundings(false, Map.of()), false, PEOPLE);

        assertThat(text()).isEqualTo("Ada\tAvailable\t2026-03-27T04:00:00Z\nBeatriz Souza\tAway\t\n");
    }

    @Test
    void jsonIsOneArrayOverAllPages() throws JsonProcessingException {
        list(surroundings(false, Map.of()), true, PEOPLE, "[]", PEOPLE);

        assertThat(new ObjectMapper().readTree(text())).hasSize(4);
        assertThat(text()).contains(".123Z");
    }

    @Test
    void anEmptyListIsAnEmptyArray() throws JsonProcessingException {
        list(surroundings(false, Map.of()), true, "[]");

        assertThat(new ObjectMapper().readTree(text()).isArray()).isTrue();
    }

    @Test
    void whatOthersWroteCannotSteerTheTerminal() {
        list(surroundings(true, Map.of("NO_COLOR", "1")), false, "[{\"name\":\"a\\u001b[2J\\tb\\nc\"}]");

        assertThat(text()).contains("a [2J b c").doesNotContain("\u001b");
        assertThat(text().lines()).hasSize(2);
    }

    private void list(Surroundings surroundings, boolean json, String... pages) {
        Listing listing = new Output(surroundings, json).listing(COLUMNS, "nobody");
        for (String page : pages) {
            listing.page(tree(page));
        }
        listing.end();
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private Surroundings surroundings(boolean terminal, Map<String, String> variables) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new Surroundings(
                "porchlight",
                variables,
                Path.of(""),
                InputStream.nullInputStream(),
                stream,
                System.err,
                terminal,
                terminal,
                InstantSource.system(),
                new NoStop());
    }

    private static JsonNode tree(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
