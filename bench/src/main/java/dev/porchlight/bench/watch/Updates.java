package dev.porchlight.bench.watch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;

/** One connection that updates statuses, one after the other. */
public final class Updates implements AutoCloseable {
    private final URI server;
    private final String token;
    private final Socket socket;

    public Updates(URI server, String token) throws IOException {
        this.server = server;
        this.token = token;
        this.socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
    }

    /** Sets the status and waits until it is acknowledged. Answers when the request was written, by {@link System#nanoTime}. */
    public long set(String user, String status) throws IOException {
        String body = "status=" + status;
        byte[] request = """
                PUT /v2/users/%s/presence_status HTTP/1.1\r
                Host: %s\r
                Authorization: Bearer %s\r
                Content-Type: application/x-www-form-urlencoded\r
                Content-Length: %d\r
                \r
                %s""".formatted(user, server.getAuthority(), token, body.length(), body)
                .getBytes(ISO_8859_1);
        long at = System.nanoTime();
        socket.getOutputStream().write(request);
        String head = head(socket.getInputStream());
        if (!head.startsWith("HTTP/1.1 204 ")) {
            throw new IllegalStateException("an update was refused: " + head);
        }
        return at;
    }

    /** A reply without a body. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IllegalStateException("the server has closed the connection after " + head);
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
