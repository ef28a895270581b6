package dev.porchlight.server.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.wire.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class BodyProperties {
    private static final List<String> TYPES = List.of(
            "multipart/form-data; boundary=b", "multipart/form-data; boundary=\"-\"", MediaType.FORM, MediaType.JSON);

    @Property(tries = 2_000)
    void anyFieldsWrittenAsMultipartInAnyWayAreReadBack(
            @ForAll long seed, @ForAll("fields") Map<String, String> fields) {
        MultipartWriter writer = new MultipartWriter(seed, fields);
        Parsed parsed = RequestBody.parse(List.of(writer.contentType()), writer.write(fields));
        assertThat(Bodies.fields(parsed)).isEqualTo(texts(fields));
    }

    @Property(tries = 200)
    void multipartCutOffAnywhereIsEitherRefusedOrComplete(
            @ForAll long seed, @ForAll("fields") Map<String, String> fields) {
        MultipartWriter writer = new MultipartWriter(seed, fields);
        byte[] whole = writer.write(fields);
        for (int length = 0; length < whole.length; length++) {
            Parsed parsed = RequestBody.parse(List.of(writer.contentType()), Arrays.copyOf(whole, length));
            if (parsed instanceof Fields read) {
                assertThat(read.values()).isEqualTo(texts(fields));
            }
        }
    }

    @Property
    void anyFieldsWrittenAsAFormAreReadBack(@ForAll("fields") Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        assertThat(Bodies.fields(MediaType.FORM, body)).isEqualTo(texts(fields));
    }

    @Property(tries = 300)
    void jsonCutOffAnywhereIsRefused(@ForAll("value") String status, @ForAll int duration) {
        byte[] whole = Json.write(new dev.porchlight.wire.DeclarationRequest(status, duration));
        for (int length = 0; length < whole.length; length++) {
            assertThat(RequestBody.parse(List.of(MediaType.JSON), Arrays.copyOf(whole, length)))
                    .isInstanceOf(Malformed.class);
        }
        assertThat(Bodies.fields(RequestBody.parse(List.of(MediaType.JSON), whole)))
                .isEqualTo(Map.of("status", Bodies.text(status), "duration", new Value.Numeral("" + duration)));
    }

    @Property
    void anyBytesAreReadOrRefusedWithAMessageThatNamesNoClass(@ForAll @Size(max = 300) byte[] bytes) {
        for (String type : TYPES) {
            readOrRefused(type, bytes);
        }
    }

    @Property(tries = 3_000)
    void anythingMadeOfTheGrammarsOwnPiecesIsReadOrRefused(@ForAll("pieces") List<String> pieces) {
        byte[] bytes = String.join("", pieces).getBytes(StandardCharsets.ISO_8859_1);
        for (String type : TYPES) {
            readOrRefused(type, bytes);
        }
    }

    @Property
    void anyContentTypeIsReadOrRefused(@ForAll String type, @ForAll("pieces") List<String> pieces) {
        readOrRefused(type, new byte[] {'x'});
        readOrRefused(String.join("", pieces), new byte[] {'x'});
        readOrRefused("multipart/form-data;" + String.join("", pieces), new byte[] {'x'});
    }

    private static void readOrRefused(String type, byte[] bytes) {
        switch (RequestBody.parse(List.of(type), bytes)) {
            case Fields fields -> assertThat(StatusRequest.of(fields)).isNotNull();
            case Malformed malformed -> {
                assertThat(malformed.httpStatus()).isIn(400, 415);
                assertThat(Json.text(malformed.problem())).doesNotContain("Exception", "java.", "jackson");
            }
        }
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.of(
                        "--b",
                        "--b--",
                        "---",
                        "-----",
                        "\r\n",
                        "\n",
                        "\r",
                        " ",
                        "\t",
                        "\0",
                        "\u00ff",
                        "name=",
                        "status",
                        "Away",
                        "Content-Disposition: form-data; name=status",
                        "form-data",
                        ";",
                        "\"",
                        "\\",
                        "=",
                        "&",
                        "%41",
                        "%",
                        "+",
                        "{",
                        "}",
                        "[",
                        "]",
                        ":",
                        ",",
                        "\"status\"",
                        "20",
                        "null",
                        "true",
                        "1e9",
                        "boundary=",
                        "b")
                .list()
                .ofMaxSize(25);
    }

    @Provide
    Arbitrary<Map<String, String>> fields() {
        Arbitrary<String> name = Arbitraries.strings()
                .ofMaxLength(12)
                .map(text -> utf8(text).replaceAll("[\\p{Cntrl}]", ""))
                .edgeCases(edges -> edges.add("status", "duration", "a\"b", "a\\", "name=\"x\"; y"));
        return Arbitraries.maps(name, value()).ofMaxSize(5).map(LinkedHashMap::new);
    }

    @Provide
    Arbitrary<String> value() {
        return Arbitraries.oneOf(
                Arbitraries.of("Away", "20", "", "\r\n", "--", "a\r\n--", "\r", "\n", "\r\n\r\n--x--\r\n", "--b"),
                Arbitraries.strings().ofMaxLength(40).map(BodyProperties::utf8));
    }

    /** Without half surrogates, which no UTF-8 can hold. */
    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, Value> texts(Map<String, String> fields) {
        Map<String, Value> texts = new LinkedHashMap<>();
        fields.forEach((name, value) -> texts.put(name, new Value.Text(value)));
        return texts;
    }
}
