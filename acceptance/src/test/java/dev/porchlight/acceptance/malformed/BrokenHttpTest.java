package dev.porchlight.acceptance.malformed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not HTTP, one by one: refused in words, and the connection ends, so that nothing that follows is carried out. */
class BrokenHttpTest {
    private static Besieged server;
    private static Target target;

    @BeforeAll
    static void start(@TempDir Path data) throws IOException, InterruptedException {
        server = new Besieged(data);
        target = server.prepare();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 5",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: xchunked",
                "Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: -5",
                "Content-Length: 5, 6",
                "X\0: y"
            })
    void aRequestWhoseEndIsInDoubtIsRefusedAndWhatFollowsIsNotRead(String headers) throws IOException {
        String request = target.head("PUT", Target.STAYS) + headers + "\r\n\r\n0\r\n\r\n";
        assertRefused(request + target.good(), 400);
    }

    @ParameterizedTest
    @CsvSource({"HTTP/2.0, 400", "HTTP/9.9, 400", "http/1.1, 400", "ICY/1.1, 400", "HTTP, 400"})
    void anotherVersionIsRefused(String version, int status) throws IOException {
        assertRefused(target.good().replaceFirst("HTTP/1\\.1", version), status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET  / HTTP/1.1",
                "GET\t/\tHTTP/1.1",
                "GET /  HTTP/1.1",
                "GET / HTTP/1.1 ",
                "GET /\u000bHTTP/1.1",
                "GET http://[ HTTP/1.1",
                "GET http: HTTP/1.1",
                "GET v2/users HTTP/1.1",
                "GET ?a=b HTTP/1.1"
            })
    void aFirstLineThatSomebodyElseMayReadOtherwiseIsRefused(String line) throws IOException {
        assertRefused(line + "\r\nHost: x\r\n\r\n" + target.good(), 400);
    }

    @Test
    void whatIsTooLongIsRefusedForThat() throws IOException {
        assertRefused("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\n\r\n", 414);
        assertRefused("GET / HTTP/1.1\r\nX: " + "y".repeat(40_000) + "\r\n\r\n", 431);
    }

    private static void assertRefused(String request, int status) throws IOException {
        try (Socket socket = new Socket(target.host(), target.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(Attack.bytes(request));
            Answer.Reader reader = new Answer.Reader(socket.getInputStream());
            Answer answer = reader.read(false);
            assertThat(answer).isNotNull();
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.headers()).containsKeys("x-zm-trackingid", "content-type");
            assertThat(answer.body()).startsWith("{\"code\":300,\"message\":\"");
            assertThat(reader.read(false)).isNull();
        }
    }
}
