package dev.porchlight.server.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartBodyTest {
    private static final String TYPE = "multipart/form-data; boundary=B";
    private static final String REFUSED = "Request Body should be valid multipart/form-data.";
    private static final String STATUS = "Content-Disposition: form-data; name=\"status\"\r\n\r\nAway";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=B",
                "multipart/form-data;boundary=\"B\"",
                "Multipart/Form-Data; Boundary=B; charset=utf-8",
                "multipart/form-data; charset=utf-8; BOUNDARY = B ;",
                "multipart/form-data;; charset=\"a;b\"; boundary=\"\\B\" "
            })
    void theBoundaryIsFoundHoweverItIsGiven(String type) {
        assertThat(Bodies.fields(type, "--B\r\n" + STATUS + "\r\n--B--\r\n"))
                .containsEntry("status", Bodies.text("Away"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "----=_Part_0_12.34", "'()+_,-./:=?", "x;y"})
    void aBoundaryMayHoldWhateverTheGrammarAllows(String boundary) {
        assertThat(Bodies.fields(
                        "multipart/form-data; boundary=\"" + boundary + "\"",
                        "--" + boundary + "\r\n" + STATUS + "\r\n--" + boundary + "--"))
                .containsKey("status");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Disposition: form-data; name=\"status\"",
                "content-disposition:form-data;name=status",
                "CONTENT-DISPOSITION: FORM-DATA; NAME=\"status\"",
                "Content-Type: text/plain; charset=utf-8\r\nContent-Disposition: form-data; name=\"status\"",
                "Content-Disposition: form-data; name=\"status\"\r\nContent-Transfer-Encoding: 8BIT\r\nContent-Length: 4",
                "Content-Disposition: form-data;\r\n\tname=\"status\"\r\nX: 1",
                "Content-Disposition: form-data; name=\"sta\\tus\"; size=4"
            })
    void aPartMayHaveHeadersOfItsOwn(String headers) {
        assertThat(Bodies.fields(TYPE, "--B\r\n" + headers + "\r\n\r\nAway\r\n--B--"))
                .isEqualTo(Map.of("status", Bodies.text("Away")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "q\\"uote" | q"uote
                    "q"uote"   | q"uote
                    "a;b=c"    | a;b=c
                    "é"        | é
                    ""         | ``
                    a"b        | a"b
                    """)
    void aNameIsReadAsClientsQuoteIt(String written, String name) {
        assertThat(Bodies.fields(TYPE, part("Content-Disposition: form-data; name=" + written, "1") + "--B--"))
                .isEqualTo(Map.of(name, Bodies.text("1")));
    }

    @Test
    void aValueIsKeptToTheByte() {
        for (String value :
                List.of("", " ", "\r\n", "a\r\n\r\nb", "--", "--C--", "-B", "x--B", "é", "\r", "\n", "--b")) {
            assertThat(Bodies.fields(TYPE, part(disposition("v"), value) + "--B--"))
                    .isEqualTo(Map.of("v", Bodies.text(value)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--B--", "--B--\r\n", "--B--\n", "--B-- \t\r\nepilogue\r\n--B\r\n", "--B--\r"})
    void whatFollowsTheLastDelimiterIsIgnored(String end) {
        assertThat(Bodies.fields(TYPE, "preamble\r\n" + part(disposition("a"), "1") + end))
                .isEqualTo(Map.of("a", Bodies.text("1")));
    }

    @Test
    void linesMayAllEndWithALineFeedAlone() {
        String body = part(disposition("a"), "1") + part(disposition("b"), "") + "--B--\r\n";
        assertThat(Bodies.fields(TYPE, body.replace("\r\n", "\n")))
                .isEqualTo(Map.of("a", Bodies.text("1"), "b", Bodies.text("")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--B\r\nContent-Disposition: form-data; name=a\r\n\r\n1\n--B--",
                "--B\r\nContent-Disposition: form-data; name=a\n\n1\r\n--B--",
                "--B\nContent-Disposition: form-data; name=a\r\n\r\n1\n--B--",
                "--B\nContent-Disposition: form-data; name=a\n\n1\r\n--B--",
                "--B\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--B\nContent-Disposition: form-data; name=b\n\n--B--"
            })
    void aMixtureOfLineEndsIsRefused(String body) {
        assertThat(refusal(body)).endsWith("lines end in different ways (expected: CR LF)");
    }

    @Test
    void noPartsAreNoFields() {
        assertThat(Bodies.fields(TYPE, "--B--\r\n")).isEmpty();
    }

    @Test
    void aFileIsNotAValueAndDoesNoHarmToTheOthers() {
        String file = "Content-Disposition: form-data; name=\"f\"; filename=\"\"\r\nContent-Type: image/png";
        assertThat(Bodies.fields(TYPE, part(file, "x") + part(disposition("a"), "1") + "--B--"))
                .isEqualTo(Map.of("f", new Value.Unusable("a file"), "a", Bodies.text("1")));
    }

    @Test
    void anEncodedValueIsUnusable() {
        assertThat(Bodies.fields(
                        TYPE, part(disposition("a") + "\r\nContent-Transfer-Encoding: Base64", "QXdheQ==") + "--B--"))
                .isEqualTo(Map.of("a", new Value.Unusable("encoded as base64")));
    }

    @Test
    void aNameGivenTwiceIsUnusable() {
        assertThat(Bodies.fields(TYPE, part(disposition("a"), "1") + part(disposition("a"), "1") + "--B--"))
                .isEqualTo(Map.of("a", new Value.Unusable("given more than once")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "``|empty",
                "{}|the boundary of the Content-Type does not occur",
                "`--C\r\n\r\n\r\n--C--`|the boundary of the Content-Type does not occur",
                "`x--B--`|the boundary of the Content-Type does not occur",
                "`--B`|ends within a delimiter",
                "`--B\r`|a line goes on after the boundary",
                "`--B\r\n`|ends without the closing delimiter",
                "`--B\r\n--B--`|part 1: no headers",
                "`--BC\r\n--BC--`|a line goes on after the boundary",
                "`--B--C`|a line goes on after the closing delimiter",
                "`--B\r\nContent-Disposition: form-data; name=a\r\n--B--`|part 1: no empty line after its headers",
                "`--B\r\n\r\n1\r\n--B--`|part 1: no Content-Disposition",
                "`--B\r\nContent-Disposition: form-data\r\n\r\n1\r\n--B--`|part 1: no name",
                "`--B\r\nContent-Disposition: form-data; name=\"a\r\n\r\n1\r\n--B--`|part 1: an unreadable Content-Disposition",
                "`--B\r\nContent-Disposition: attachment; name=a\r\n\r\n1\r\n--B--`|part 1: Content-Disposition attachment (expected: form-data)",
                "`--B\r\nname=a\r\n\r\n1\r\n--B--`|part 1: a header without a name"
            })
    void aBodyThatIsNotWholeIsRefusedWithTheReason(String body, String why) {
        assertThat(refusal(body)).isEqualTo(why);
    }

    @Test
    void twoDispositionsInOnePartAreRefused() {
        assertThat(refusal(part(disposition("a") + "\r\n" + disposition("b"), "1") + "--B--"))
                .isEqualTo("part 1: two Content-Disposition headers (expected: one)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\""})
    void noBoundaryIsRefused(String type) {
        assertThat(Bodies.refusal(Bodies.parse(type, "--B--"), 400, "Invalid Content-Type.")
                        .message())
                .isEqualTo("Content-Type: no boundary (expected: multipart/form-data; boundary=…)");
    }

    @Test
    void aBoundaryHasAtMostSeventyCharacters() {
        String longest = "b".repeat(70);
        assertThat(Bodies.fields("multipart/form-data; boundary=" + longest, "--" + longest + "--"))
                .isEmpty();
        assertThat(Bodies.refusal(
                                Bodies.parse("multipart/form-data; boundary=" + longest + "b", ""),
                                400,
                                "Invalid Content-Type.")
                        .message())
                .endsWith("(expected: a boundary of 1 to 70 characters)");
    }

    @Test
    void partsAndHeadersHaveLimits() {
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            parts.append(part(disposition("f" + i), "1"));
        }
        assertThat(Bodies.fields(TYPE, parts + "--B--")).hasSize(100);
        assertThat(refusal(parts + part(disposition("f0"), "1") + "--B--"))
                .isEqualTo("too many fields (expected: at most 100)");
        for (String headers : List.of("X: 1\r\n".repeat(20), "X: " + "y".repeat(2_100) + "\r\n")) {
            assertThat(refusal(part(headers + disposition("a"), "1") + "--B--"))
                    .isEqualTo("part 1: too many headers (expected: at most 20, of 2048 bytes in all)");
        }
    }

    private static String refusal(String body) {
        return Bodies.refusal(Bodies.parse(TYPE, body), 400, REFUSED).message();
    }

    private static String disposition(String name) {
        return "Content-Disposition: form-data; name=\"" + name + "\"";
    }

    private static String part(String headers, String value) {
        return "--B\r\n" + headers + "\r\n\r\n" + value + "\r\n";
    }
}
