package dev.porchlight.bench.soak;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.porchlight.bench.watch.Frame;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The client's end of one WebSocket. It answers pings. */
final class Peer implements AutoCloseable {
    private static final int CONNECTING_MILLIS = 10_000;
    private static final int BUFFER = 64 << 10;

    private final Socket socket = new Socket();
    private ByteBuffer in = ByteBuffer.allocate(BUFFER).limit(0);

    /** @param query what follows {@code /v1/watch} */
    Peer(URI server, String token, String query) throws IOException {
        socket.setTcpNoDelay(true);
        // Little room, so that a slow reader is felt at the other end.
        socket.setReceiveBufferSize(4 << 10);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), CONNECTING_MILLIS);
        socket.setSoTimeout(CONNECTING_MILLIS);
        try {
            upgrade(server, token, query);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private void upgrade(URI server, String token, String query) throws IOException {
        write("""
                GET /v1/watch%s HTTP/1.1\r
                Host: %s\r
                Authorization: Bearer %s\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                Sec-WebSocket-Protocol: porchlight.v1\r
                \r
                """.formatted(query, server.getAuthority(), token).getBytes(ISO_8859_1));
        String head = "";
        while (!head.contains("\r\n\r\n")) {
            fill();
            head = ISO_8859_1.decode(in.duplicate()).toString();
        }
        if (!head.startsWith("HTTP/1.1 101 ")) {
            throw new IOException("no upgrade: " + head);
        }
        in.position(in.position() + head.indexOf("\r\n\r\n") + 4);
    }

    void say(String text) throws IOException {
        write(Frame.text(text).bytes());
    }

    /** The next text; null when none came in time. */
    @Nullable
    String next(Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Frame frame = Frame.next(in);
            if (frame != null && frame.opcode() == Frame.TEXT) {
                return frame.text();
            }
            if (frame != null) {
                answer(frame);
                continue;
            }
            int left = (int) Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
            socket.setSoTimeout(left);
            try {
                fill();
            } catch (SocketTimeoutException late) {
                return null;
            }
        }
    }

    private void answer(Frame frame) throws IOException {
        switch (frame.opcode()) {
            case Frame.PING -> write(new Frame(Frame.PONG, frame.payload()).bytes());
            case Frame.CLOSE -> throw new Closed(frame.closeCode());
            default -> throw new IOException("a frame of opcode " + frame.opcode());
        }
    }

    private void fill() throws IOException {
        in.compact();
        try {
            int count = socket.getInputStream().read(in.array(), in.position(), in.remaining());
            if (count < 0) {
                throw new IOException("the connection has ended");
            }
            in.position(in.position() + count);
        } finally {
            in.flip();
        }
    }

    private void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Says that it goes. */
    void leave() throws IOException {
        write(new Frame(Frame.CLOSE, new byte[] {0x03, (byte) 0xE8}).bytes());
        socket.close();
    }

    /** Goes without a word, as a network that breaks. */
    void cut() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** The server has closed the connection, and said why. */
    static final class Closed extends IOException {
        private static final long serialVersionUID = 1;

        private final int code;

        Closed(int code) {
            super("closed with " + code);
            this.code = code;
        }

        int code() {
            return code;
        }
    }
}
