package dev.porchlight.server.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A receiver with one bad habit. */
final class Hostile implements AutoCloseable {
    private static final byte[] JUNK = new byte[64 * 1024];
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");
    private static final Pattern TOKEN = Pattern.compile("\"plainToken\":\"([^\"]+)\"");
    private static final long DRIP_MILLIS = 50;
    private static final int PATIENCE_SECONDS = 20;

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Habit habit;
    private final boolean proves;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch proved = new CountDownLatch(1);
    private final AtomicBoolean ledElsewhere = new AtomicBoolean();

    /** What it does. */
    enum Habit {
        /** Accepts, and says nothing. */
        SILENT(0),
        CLOSING(0),
        /** Says that all is well, a byte at a time, and comes to no end. */
        DRIPPING_BODY(200),
        DRIPPING_HEADERS(0),
        ENDLESS_HEADERS(0),
        ENDLESS_BODY(200),
        ENDLESS_HINTS(0),
        REDIRECTING(302),
        /** Speaks something else than HTTP. */
        GARBAGE(0),
        BIG_NUMBERS(0),
        /** Is addressed with https and does not speak it. */
        NO_TLS(0);

        private final int seen;

        Habit(int seen) {
            this.seen = seen;
        }

        /** Statuses that the answer may be taken for. */
        List<Integer> seenAs() {
            return List.of(seen);
        }
    }

    Hostile(Habit habit) {
        this(habit, false);
    }

    private Hostile(Habit habit, boolean proves) {
        this.habit = habit;
        this.proves = proves;
        Arrays.fill(JUNK, (byte) 'x');
        try {
            socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Future<Void> _ = threads.submit(this::accept);
    }

    /** One that proves itself before it shows what it is like; but for the habit that leaves no way to. */
    static Hostile proving(Habit habit) {
        return new Hostile(habit, habit != Habit.NO_TLS);
    }

    String url() {
        return (habit == Habit.NO_TLS ? "https" : "http") + "://127.0.0.1:" + socket.getLocalPort() + "/hook";
    }

    boolean wasLedElsewhere() {
        return ledElsewhere.get();
    }

    void awaitProof() throws InterruptedException {
        if (proves && !proved.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError(habit + " was not asked to prove itself");
        }
    }

    private Void accept() throws IOException {
        while (true) {
            Socket connection = socket.accept();
            Future<Void> _ = threads.submit(() -> serve(connection));
        }
    }

    private Void serve(Socket connection) throws Exception {
        try (connection) {
            String request = habit == Habit.NO_TLS ? "" : read(connection.getInputStream());
            if (request.startsWith("POST /elsewhere") || request.startsWith("GET")) {
                ledElsewhere.set(true);
            }
            Matcher token = TOKEN.matcher(request);
            if (proves && token.find()) {
                prove(connection.getOutputStream(), token.group(1));
                proved.countDown();
            } else {
                answer(connection.getOutputStream());
            }
        }
        return null;
    }

    private static String read(InputStream in) throws IOException {
        StringBuilder request = new StringBuilder();
        while (request.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return request.toString();
            }
            request.append((char) next);
        }
        Matcher length = LENGTH.matcher(request);
        int size = length.find() ? Integer.parseInt(length.group(1)) : 0;
        return request + new String(in.readNBytes(size), StandardCharsets.UTF_8);
    }

    private static void prove(OutputStream out, String token) throws IOException {
        String body = "{\"plainToken\":\"%s\",\"encryptedToken\":\"%s\"}"
                .formatted(token, Signature.of(Receiver.SECRET, token));
        write(out, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    private void answer(OutputStream out) throws Exception {
        switch (habit) {
            case SILENT -> closed.await();
            case CLOSING -> {}
            case DRIPPING_BODY -> {
                write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
                drip(out, "x");
            }
            case DRIPPING_HEADERS -> {
                write(out, "HTTP/1.1 200 OK\r\nX: ");
                drip(out, "x");
            }
            case ENDLESS_HEADERS -> {
                write(out, "HTTP/1.1 200 OK\r\n");
                forever(
                        out,
                        "X-Header: ".getBytes(StandardCharsets.US_ASCII),
                        JUNK,
                        "\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            case ENDLESS_BODY -> {
                write(out, "HTTP/1.1 200 OK\r\n\r\n");
                forever(out, JUNK);
            }
            case ENDLESS_HINTS ->
                forever(out, "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            case REDIRECTING -> write(out, "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n");
            case GARBAGE, NO_TLS -> write(out, "\u0000\u0001 220 mail.example ESMTP\r\n\r\n".repeat(100));
            case BIG_NUMBERS -> write(out, "HTTP/1.1 99999999999999999999 OK\r\nContent-Length: -1\r\n\r\n");
        }
    }

    private void drip(OutputStream out, String drop) throws Exception {
        do {
            write(out, drop);
        } while (!closed.await(DRIP_MILLIS, TimeUnit.MILLISECONDS));
    }

    private static void forever(OutputStream out, byte[]... parts) throws IOException {
        while (true) {
            for (byte[] part : parts) {
                out.write(part);
            }
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
        threads.shutdownNow();
    }
}
