package dev.porchlight.server.watch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.server.fixture.HouseUnderTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The first bytes of a WebSocket, as clients other than the JDK's send them. */
@Timeout(30)
class HandshakeTest {
    @AutoClose
    private final HouseUnderTest house = new HouseUnderTest();

    @Test
    void aBrowserOffersItsTokenAndCompressionAndIsGivenNoCompression() throws IOException {
        String head = answer("""
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r
                Sec-WebSocket-Protocol: porchlight.v1, porchlight.token.%s\r
                """.formatted(house.admin()));

        assertThat(head)
                .startsWith("HTTP/1.1 101 Switching Protocols\r\n")
                .contains(
                        "sec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n",
                        "sec-websocket-protocol: porchlight.v1\r\n")
                .doesNotContain("extensions", house.admin());
    }

    @Test
    void aHandshakeThatIsNoneIsRefused() throws IOException {
        String authorization = "Authorization: Bearer " + house.admin() + "\r\n";
        String key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

        assertThat(answer(authorization + key + "Sec-WebSocket-Version: 99\r\n"))
                .startsWith("HTTP/1.1 400 ");
        assertThat(answer(authorization + "Sec-WebSocket-Version: 13\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(house.get("/metrics").send().body()).contains("porchlight_watch_connections 0.0");
    }

    private String answer(String headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), house.port())) {
            String request =
                    "GET /v1/watch HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                            + headers + "\r\n";
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) socket.getInputStream().read());
            }
            return head.toString();
        }
    }
}
