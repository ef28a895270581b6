package dev.porchlight.server.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.fixture.HouseUnderTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the socket, byte for byte, where an HTTP client would tidy it up. */
class RawRequestsTest {
    private static final String TRACKING = "x-zm-trackingid: v=2\\.0;clid=porchlight;rid=WEB_[0-9a-f]+";
    private static final int PATIENCE_MILLIS = 20_000;

    @AutoClose
    private final HouseUnderTest house = new HouseUnderTest();

    @Test
    void anAcceptedUpdateIsTwoLines() throws IOException {
        house.addSignedIn("ada");
        String reply = send("PUT /v2/users/ada/presence_status HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "AUTHORIZATION: bearer " + house.admin() + "\r\n"
                + "content-TYPE: application/x-www-form-urlencoded\r\nContent-Length: 11\r\n\r\nstatus=Away");
        assertThat(reply)
                .startsWith("HTTP/1.1 204 No Content\r\n")
                .endsWith("\r\n\r\n")
                .satisfies(text -> assertThat(text.lines())
                        .hasSize(4)
                        .anyMatch(line -> line.matches(TRACKING))
                        .anyMatch(line -> line.equalsIgnoreCase("connection: close"))
                        .last()
                        .isEqualTo(""));
    }

    @Test
    void aBadEscapeInThePathIsNamed() throws IOException {
        assertThat(send("GET /v2/users/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .endsWith("{\"code\":300,\"message\":\"Bad percent-escape in the path: %zz\"}");
    }

    @Test
    void aBadEscapeInTheQueryIsNamed() throws IOException {
        assertThat(send("GET /v2/users?page_size=%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                        + house.admin() + "\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .endsWith("{\"code\":300,\"message\":\"Bad percent-escape in the query.\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense\r\n\r\n", "GET / HTTP/1.1\r\nHost x\r\n\r\n", "GET /\r\n\r\n"})
    void whatIsNoHttpIsRefusedAndTheConnectionClosed(String request) throws IOException {
        assertThat(send(request))
                .matches("(?s)HTTP/1\\.[01] 400 .*")
                .contains("x-zm-trackingid: ")
                .endsWith("{\"code\":300,\"message\":\"This is not an HTTP request.\"}");
    }

    @Test
    void aLineThatIsTooLongIsRefused() throws IOException {
        assertThat(send("GET /" + "x".repeat(9000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .matches("(?s)HTTP/1\\.[01] 414 .*")
                .endsWith("{\"code\":300,\"message\":\"The request line is too long.\"}");
    }

    @Test
    void headersThatAreTooLongAreRefused() throws IOException {
        assertThat(send("GET /health/live HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(17_000) + "\r\n\r\n"))
                .matches("(?s)HTTP/1\\.[01] 431 .*")
                .endsWith("{\"code\":300,\"message\":\"The request's headers are too long.\"}");
    }

    @Test
    void aChunkedBodyOverTheLimitIsRefusedBeforeItsEnd() throws IOException {
        String chunk = "1000\r\n" + "x".repeat(0x1000) + "\r\n";
        assertThat(send("PUT /v2/users/ada/presence_status HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                        + house.admin() + "\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk.repeat(5)))
                .startsWith("HTTP/1.1 413 ")
                .contains("\"message\":\"Request Body is too large.\"");
    }

    @Test
    void aChunkedBodyIsRead() throws IOException {
        house.addSignedIn("ada");
        String reply = send("PUT /v2/users/ada/presence_status HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Authorization: Bearer " + house.admin() + "\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n7\r\n{\"statu\r\nA\r\ns\":\"Away\"}\r\n0\r\n\r\n");
        assertThat(reply).startsWith("HTTP/1.1 204 ");
        assertThat(house.statusOf("ada")).isEqualTo("Away");
    }

    @Test
    void requestsOneAfterAnotherOnOneConnectionAreAnsweredInOrder() throws IOException {
        String first = "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n";
        String second = "GET /nowhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        String replies = send(first + second);
        assertThat(replies.indexOf("HTTP/1.1 200 OK")).isZero();
        assertThat(replies.indexOf("HTTP/1.1 404 Not Found")).isPositive();
    }

    /** Sends the bytes and reads until the server closes the connection. */
    private String send(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), house.port())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
