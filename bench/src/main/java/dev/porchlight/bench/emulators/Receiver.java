package dev.porchlight.bench.emulators;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.porchlight.server.webhook.Signature;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Receives webhooks as Zoom documents them: answers the validation of its address, and takes only what is signed. */
final class Receiver implements AutoCloseable {
    static final String SECRET = "a-secret-of-the-bench-s-receiver";

    private static final Pattern PLAIN = Pattern.compile("\"plainToken\" ?: ?\"([^\"]+)\"");
    private static final int PATIENCE_SECONDS = 5;

    private final HttpServer server;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    private Receiver(HttpServer server) {
        this.server = server;
    }

    static Receiver open() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Receiver receiver = new Receiver(server);
        server.createContext("/hook", receiver::take);
        server.start();
        return receiver;
    }

    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** Whether a signed event with that word in it came within a few seconds. */
    boolean heardOf(String word) throws InterruptedException {
        @Nullable String event = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        while (event != null && !event.contains(word)) {
            event = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        return event != null;
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String stamp = exchange.getRequestHeaders().getFirst("x-zm-request-timestamp");
        String signature = exchange.getRequestHeaders().getFirst("x-zm-signature");
        Matcher plain = PLAIN.matcher(body);
        byte[] reply = {};
        if (plain.find()) {
            reply = "{\"plainToken\":\"%s\",\"encryptedToken\":\"%s\"}"
                    .formatted(plain.group(1), Signature.of(SECRET, plain.group(1)))
                    .getBytes(StandardCharsets.UTF_8);
        } else if (("v0=" + Signature.of(SECRET, "v0:" + stamp + ":" + body)).equals(signature)) {
            heard.add(body);
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, reply.length == 0 ? -1 : reply.length);
        try (exchange) {
            exchange.getResponseBody().write(reply);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
