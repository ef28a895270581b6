package dev.porchlight.server.body;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.presence.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests as curl and Postman's runner sent them, byte for byte; the acceptance tests replay them over a socket. */
class CapturedRequestsTest {
    private static final Path WIRE = Path.of("../acceptance/src/test/resources/wire");

    @ParameterizedTest
    @CsvSource({
        "curl/seed-1.bin, AVAILABLE,",
        "curl/seed-2.bin, DO_NOT_DISTURB, 20",
        "curl/seed-3.bin, DO_NOT_DISTURB, 20",
        "curl/seed-4.bin, AVAILABLE,",
        "curl/seed-5.bin, AWAY,",
        "newman/seed-item.bin, AVAILABLE,",
        "newman/seed-item-with-token.bin, AVAILABLE,"
    })
    void aRequestForThisEndpointIsReadAsItWasMeant(String file, Status status, Integer minutes) {
        assertThat(parse(WIRE.resolve(file)))
                .isInstanceOfSatisfying(
                        Fields.class,
                        fields -> assertThat(StatusRequest.of(fields))
                                .isEqualTo(new StatusRequest.Wanted(status, minutes)));
    }

    @ParameterizedTest
    @MethodSource("others")
    void anyOtherBodyIsReadOrRefusedForItsType(Path file) {
        switch (parse(file)) {
            case Fields fields -> assertThat(StatusRequest.of(fields)).isInstanceOf(StatusRequest.Invalid.class);
            case Malformed malformed -> assertThat(malformed.httpStatus()).isEqualTo(415);
        }
    }

    @Test
    void aFormWithFilesQuotesAndLettersBeyondAsciiIsReadWhole() {
        assertThat(Bodies.fields(parse(WIRE.resolve("newman/07.bin"))))
                .containsAllEntriesOf(Map.of(
                        "a", Bodies.text("1"),
                        "j", Bodies.text("{\"x\":1}"),
                        "q\"uote", Bodies.text("a\"b"),
                        "é", Bodies.text("ü\nx"),
                        "empty", Bodies.text(""),
                        "f", new Value.Unusable("a file"),
                        "nofile", new Value.Unusable("a file")));
    }

    static Stream<Path> others() throws IOException {
        try (Stream<Path> files = Files.list(WIRE.resolve("newman"))) {
            List<Path> others = files.filter(
                            file -> !file.getFileName().toString().startsWith("seed"))
                    .sorted()
                    .toList();
            assertThat(others).hasSizeGreaterThan(15);
            return others.stream();
        }
    }

    private static Parsed parse(Path file) {
        String request = read(file);
        int end = request.indexOf("\r\n\r\n");
        List<String> headers = List.of(request.substring(0, end).split("\r\n"));
        String body = request.substring(end + 4);
        if (headers.contains("Transfer-Encoding: chunked")) {
            body = unchunked(body);
        }
        return RequestBody.parse(
                headers.stream()
                        .filter(line -> line.startsWith("Content-Type:"))
                        .map(line -> line.substring("Content-Type:".length()))
                        .toList(),
                body.getBytes(ISO_8859_1));
    }

    private static String unchunked(String body) {
        int line = body.indexOf("\r\n");
        int length = Integer.parseInt(body.substring(0, line), 16);
        return length == 0
                ? ""
                : body.substring(line + 2, line + 2 + length) + unchunked(body.substring(line + 4 + length));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
