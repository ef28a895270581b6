package dev.porchlight.acceptance.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.wire.HistoryReply;
import dev.porchlight.wire.PresenceReply;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** One connection to a server, on which requests follow each other and nothing is ever sent twice. */
final class Connection implements AutoCloseable {
    static final String LEASE = "\"lease\":86400";

    /** A server that takes longer hangs. */
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final String token;

    Connection(URI server, String token) throws IOException {
        this.token = token;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    Reply get(String path) throws IOException {
        return exchange("GET", path, "application/json", "");
    }

    Reply put(String path, String json) throws IOException {
        return exchange("PUT", path, "application/json", json);
    }

    Reply post(String path, String json) throws IOException {
        return exchange("POST", path, "application/json", json);
    }

    Reply exchange(String method, String path, String type, String body) throws IOException {
        write(head(method, path, type, body.getBytes(UTF_8).length) + body);
        return read();
    }

    String head(String method, String path, String type, int length) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: " + type + "\r\nContent-Length: " + length + "\r\n\r\n";
    }

    void write(String text) throws IOException {
        write(text.getBytes(UTF_8));
    }

    void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    Reply read() throws IOException {
        return Reply.read(in);
    }

    /** Adds a user with a client that stays signed in for a day. */
    void addSignedIn(String user) throws IOException {
        Reply added = post(
                "/v2/users",
                "{\"action\":\"create\",\"user_info\":{\"type\":1,\"id\":\"" + user + "\",\"email\":\"" + user
                        + "@example.com\"}}");
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        Reply signedIn = put(
                "/v1/users/" + user + "/sessions/desk",
                "{\"platform\":\"desktop\",\"version\":\"6.0.0\"," + LEASE + "}");
        assertThat(signedIn.status()).as(signedIn.toString()).isEqualTo(200);
    }

    PresenceReply presence(String user) throws IOException {
        return get("/v1/users/" + user + "/presence").as(PresenceReply.class);
    }

    HistoryReply history(String user) throws IOException {
        return get("/v1/users/" + user + "/history").as(HistoryReply.class);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
