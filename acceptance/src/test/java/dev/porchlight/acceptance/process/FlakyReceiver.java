package dev.porchlight.acceptance.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.porchlight.server.webhook.Signature;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A receiver of webhooks that takes down what it takes, and fails now and then. */
final class FlakyReceiver implements AutoCloseable {
    static final String SECRET = "confidential";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Taken> taken = new ArrayList<>();
    private final Random random;
    private final int failsOneIn;

    /** A delivery that was answered with 200. */
    record Taken(long number, String user, String status) {}

    /** @param failsOneIn of how many deliveries one fails, as well as can be: unanswered or with 503 */
    FlakyReceiver(long seed, int failsOneIn) throws IOException {
        this.random = new Random(seed);
        this.failsOneIn = failsOneIn;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** All so far, in the order in which they came. */
    synchronized List<Taken> taken() {
        return List.copyOf(taken);
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode json = JSON.readTree(exchange.getRequestBody().readAllBytes());
        try (exchange) {
            if (json.path("event").asText().equals("endpoint.url_validation")) {
                prove(exchange, json.at("/payload/plainToken").asText());
            } else if (take(exchange.getRequestHeaders().getFirst("Porchlight-Sequence"), json.at("/payload/object"))) {
                exchange.sendResponseHeaders(200, -1);
            } else {
                exchange.sendResponseHeaders(503, -1);
            }
        }
    }

    private synchronized boolean take(String number, JsonNode object) {
        boolean takes = random.nextInt(failsOneIn) != 0;
        if (takes) {
            taken.add(new Taken(
                    Long.parseLong(number),
                    object.path("id").asText(),
                    object.path("presence_status").asText()));
        }
        return takes;
    }

    private static void prove(HttpExchange exchange, String plainToken) throws IOException {
        byte[] reply = "{\"plainToken\":\"%s\",\"encryptedToken\":\"%s\"}"
                .formatted(plainToken, Signature.of(SECRET, plainToken))
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, reply.length);
        exchange.getResponseBody().write(reply);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
