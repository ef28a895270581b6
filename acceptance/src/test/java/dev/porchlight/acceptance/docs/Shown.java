package dev.porchlight.acceptance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a document shows as the output of a command. */
sealed interface Shown {

    /** Fails where the output is something else. */
    void hold(String output);

    /** No block below the command. */
    record Nothing() implements Shown {
        @Override
        public void hold(String output) {
            assertThat(output).isEmpty();
        }
    }

    /** Lines that must be there, numbers aside; a line of {@code …} stands for any others. */
    record Text(String expected) implements Shown {
        @Override
        public void hold(String output) {
            assertThat(output.lines().map(Text::withoutNumbers))
                    .containsAll(expected.lines()
                            .filter(line -> !line.equals("…"))
                            .map(Text::withoutNumbers)
                            .toList());
        }

        private static String withoutNumbers(String line) {
            return line.replaceAll("\\d+(\\.\\d+)?", "#");
        }
    }

    /**
     * A reply with the same fields, of the same kinds, and, where the field says what happened, the same value. Of a list the
     * first entry is looked at. {@code "…"} stands for any other fields, or any value.
     */
    record Json(String expected) implements Shown {
        private static final ObjectMapper JSON = new ObjectMapper();
        private static final Set<String> SAID = Set.of(
                "code", "message", "errors", "field", "error", "reason", "status", "rule", "winner", "cause",
                "unknown");

        @Override
        public void hold(String output) {
            same("", parsed(expected), parsed(output));
        }

        private static void same(String field, JsonNode wanted, JsonNode found) {
            if (wanted.asText().equals("…")) {
                return;
            }
            assertThat(found.getNodeType()).as("%s is %s", field, found).isEqualTo(wanted.getNodeType());
            if (wanted.isObject()) {
                sameFields(wanted, found);
            } else if (wanted.isArray() && !wanted.isEmpty()) {
                assertThat(found.isEmpty()).as("%s is empty", field).isFalse();
                same(field, wanted.get(0), found.get(0));
            } else if (SAID.contains(field)) {
                assertThat(found).as(field).isEqualTo(wanted);
            }
        }

        private static void sameFields(JsonNode wanted, JsonNode found) {
            Set<String> names = new TreeSet<>(names(wanted));
            if (names.remove("…")) {
                assertThat(names(found)).containsAll(names);
            } else {
                assertThat(names(found)).containsExactlyInAnyOrderElementsOf(names);
            }
            names.forEach(name -> same(name, wanted.path(name), found.path(name)));
        }

        private static List<String> names(JsonNode object) {
            return object.propertyStream().map(java.util.Map.Entry::getKey).toList();
        }

        private static JsonNode parsed(String json) {
            try {
                return JSON.readTree(json);
            } catch (IOException e) {
                throw new UncheckedIOException("not JSON: " + json, e);
            }
        }
    }
}
