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

class FormBodyTest {
    private static final String REFUSED = "Request Body should be valid application/x-www-form-urlencoded.";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    status=Away                | Away
                    &&status=Away&             | Away
                    s%74atus=%41way&x=%F0%9F%98%80 | Away
                    status=a+b%20c%2B          | a b c+
                    status=é                   | é
                    status=%C3%A9              | é
                    status=a=b                 | a=b
                    status=                    | ``
                    status                     | ``
                    """)
    void aPairIsDecoded(String body, String status) {
        assertThat(Bodies.fields(MediaType.FORM, body)).containsEntry("status", Bodies.text(status));
    }

    @Test
    void anEmptyBodyIsNoFields() {
        assertThat(Bodies.fields(MediaType.FORM, "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"status=%", "status=%4", "status=%zz", "status=%4&x=y", "%=a", "status=%-1", "x=y&status=%é"})
    void aBadEscapeIsRefusedWithItsPlace(String body) {
        assertThat(Bodies.refusal(Bodies.parse(MediaType.FORM, body), 400, REFUSED)
                        .message())
                .matches("bytes \\d+ to \\d+: a bad escape \\(expected: % and two hexadecimal digits\\)");
    }

    @Test
    void whatIsNotUtf8IsUnusableAndOnlyThat() {
        assertThat(Bodies.fields(MediaType.FORM, "note=%FF&status=Away"))
                .isEqualTo(
                        Map.of("note", new Value.Unusable("bytes that are not UTF-8"), "status", Bodies.text("Away")));
        assertThat(Bodies.refusal(Bodies.parse(MediaType.FORM, "%FF=1"), 400, REFUSED)
                        .message())
                .isEqualTo("bytes 1 to 5: a name that is not UTF-8");
    }

    @Test
    void aFieldGivenTwiceIsUnusable() {
        assertThat(Bodies.fields(MediaType.FORM, "status=Away&status=Away"))
                .isEqualTo(Map.of("status", new Value.Unusable("given more than once")));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"status\":\"Away\"}', application/json",
        "'\r\n [1]', application/json",
        "'--b\r\nContent-Disposition: form-data', multipart/form-data"
    })
    void aBodyOfAnotherTypeIsRefusedWithAHint(String body, String looksLike) {
        assertThat(Bodies.refusal(Bodies.parse(MediaType.FORM, body), 400, REFUSED)
                        .message())
                .isEqualTo("looks like " + looksLike + " (expected: the Content-Type to say so)");
    }

    @Test
    void aHundredFieldsAreReadAndOneMoreIsNot() {
        assertThat(Bodies.fields(MediaType.FORM, pairs(100))).hasSize(100);
        assertThat(Bodies.refusal(Bodies.parse(MediaType.FORM, pairs(101)), 400, REFUSED)
                        .message())
                .isEqualTo("too many fields (expected: at most 100)");
        assertThat(RequestBody.parse(List.of(MediaType.FORM), "&".repeat(16_384).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Fields.class);
    }

    private static String pairs(int count) {
        return IntStream.range(0, count).mapToObj(i -> "f" + i + "=1").collect(Collectors.joining("&"));
    }
}
