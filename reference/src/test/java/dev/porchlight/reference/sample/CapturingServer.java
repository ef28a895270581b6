package dev.porchlight.reference.sample;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what is sent to it, by the first segment of its path, and answers 200 with an empty JSON object. */
final class CapturingServer implements AutoCloseable {
    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);
    private static final byte[] GO_ON = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Map<String, Wire> captured = new ConcurrentHashMap<>();
    private final ServerSocket socket;

    CapturingServer() {
        try {
            socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** The address to send a sample's requests to. */
    String address(String key) {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/" + key + "/v2";
    }

    /** What was sent to the key's address, as if it had been sent to {@code /v2}. */
    Optional<Wire> captured(String key) {
        return Optional.ofNullable(captured.get(key));
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket connection) {
        try (connection;
                InputStream in = new BufferedInputStream(connection.getInputStream());
                OutputStream out = connection.getOutputStream()) {
            Wire wire = Wire.read(in, () -> write(out, GO_ON));
            String key = wire.target().split("/", 3)[1];
            captured.put(
                    key,
                    new Wire(wire.method(), wire.target().substring(key.length() + 1), wire.headers(), wire.body()));
            write(out, ANSWER);
            if (!wire.method().equals("HEAD")) {
                write(out, "{}".getBytes(StandardCharsets.US_ASCII));
            }
        } catch (EOFException e) {
            captured.putIfAbsent("cut", new Wire("", "", java.util.List.of(), ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(OutputStream out, byte[] bytes) {
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
