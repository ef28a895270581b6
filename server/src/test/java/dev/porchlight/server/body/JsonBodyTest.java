package dev.porchlight.server.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {
    private static final String REFUSED = "Request Body should be a valid JSON object.";

    @Test
    void theOutermostFieldsAreRead() {
        assertThat(
                        Bodies.fields(
                                MediaType.JSON,
                                "{\"a\":\"x\\u00e9\",\"b\":20,\"c\":1.50,\"d\":null,\"e\":true,\"f\":{\"a\":[{}]},\"g\":[1,{}]}\r\n"))
                .isEqualTo(Map.of(
                        "a", Bodies.text("xé"),
                        "b", new Value.Numeral("20"),
                        "c", new Value.Numeral("1.50"),
                        "e", new Value.Unusable("true"),
                        "f", new Value.Unusable("an object"),
                        "g", new Value.Unusable("a list")));
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        assertThat(Bodies.fields(MediaType.JSON, "\uFEFF{\"a\":\"b\"}")).containsKey("a");
    }

    @Test
    void aNameGivenTwiceIsUnusable() {
        assertThat(Bodies.fields(MediaType.JSON, "{\"status\":\"Away\",\"status\":\"Busy\"}"))
                .isEqualTo(Map.of("status", new Value.Unusable("given more than once")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ``                  | nothing (expected: an object)
                    `  `                | nothing (expected: an object)
                    null                | null (expected: an object)
                    []                  | a list (expected: an object)
                    "Away"              | a string (expected: an object)
                    7                   | a number (expected: an object)
                    status=Away         | line 1, column 1: not JSON
                    {"status":"Away"    | line 1, column 17: not JSON
                    {"status":"Away"}x  | line 1, column 18: not JSON
                    {"status":"Away"}{} | an object after the object (expected: one object)
                    {'status':"Away"}   | line 1, column 2: not JSON
                    {"a":01}            | line 1, column 7: not JSON
                    {"a":NaN}           | line 1, column 9: not JSON
                    """)
    void whatIsNotOneObjectIsRefused(String body, String detail) {
        assertThat(Bodies.refusal(Bodies.parse(MediaType.JSON, body), 400, REFUSED)
                        .message())
                .isEqualTo(detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":\"\t\"}", "{\"a\":\"\0\"}", "{\"a\":\"b\"}\0", "{\"a\":1} // x", "{\"a\":\"\\x\"}"})
    void aControlCharacterACommentOrABadEscapeIsRefused(String body) {
        Bodies.refusal(Bodies.parse(MediaType.JSON, body), 400, REFUSED);
    }

    @Test
    void onlyUtf8IsRead() {
        byte[] latin1 = "{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] utf16 = "{\"a\":\"b\"}".getBytes(StandardCharsets.UTF_16);
        for (byte[] body : List.of(latin1, utf16)) {
            assertThat(Bodies.refusal(RequestBody.parse(List.of(MediaType.JSON), body), 400, REFUSED)
                            .message())
                    .isEqualTo("bytes that are not UTF-8 (expected: JSON in UTF-8)");
        }
    }

    @Test
    void depthDigitsAndFieldsHaveLimits() {
        assertThat(Bodies.fields(MediaType.JSON, "{\"a\":" + "[".repeat(31) + "]".repeat(31) + "}"))
                .containsEntry("a", new Value.Unusable("a list"));
        for (String body : List.of("{\"a\":" + "[".repeat(8_000), "{\"a\":" + "9".repeat(101) + "}")) {
            assertThat(Bodies.refusal(Bodies.parse(MediaType.JSON, body), 400, REFUSED)
                            .message())
                    .endsWith("(expected: at most 32 levels and 100 digits)");
        }
        String many =
                IntStream.range(0, 101).mapToObj(i -> "\"f" + i + "\":1").collect(Collectors.joining(",", "{", "}"));
        assertThat(Bodies.refusal(Bodies.parse(MediaType.JSON, many), 400, REFUSED)
                        .message())
                .isEqualTo("too many fields (expected: at most 100)");
    }
}
