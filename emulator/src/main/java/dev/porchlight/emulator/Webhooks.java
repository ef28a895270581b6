package dev.porchlight.emulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.porchlight.server.webhook.Signature;
import dev.porchlight.wire.Json;
import dev.porchlight.wire.Read;
import dev.porchlight.wire.webhook.ProofReply;
import dev.porchlight.wire.webhook.WebhookBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A receiver of the test's own: it proves itself as Zoom demands, checks each signature, and keeps what it is sent. For a test of
 * your own receiver take {@link Porchlight#subscribe} instead.
 */
public final class Webhooks implements AutoCloseable {
    private static final String SECRET = "secret-of-the-receiver-in-a-test";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Webhook> received = new LinkedBlockingQueue<>();
    private final List<Instant> proofs = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();

    Webhooks() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("no port for a receiver of webhooks", e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    String secret() {
        return SECRET;
    }

    /** The next deliveries are answered with these statuses, one each, and all after them with 200. */
    public Webhooks answering(Integer... statuses) {
        answers.addAll(List.of(statuses));
        return this;
    }

    /**
     * The next delivery, whatever it was answered with.
     *
     * @throws IllegalStateException when none comes within ten seconds
     */
    public Webhook next() {
        try {
            Webhook next = received.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (next == null) {
                throw new IllegalStateException("no webhook came within " + PATIENCE.toSeconds() + " s");
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a webhook", e);
        }
    }

    /** Those that have come and were not asked for yet, oldest first. */
    public List<Webhook> all() {
        List<Webhook> all = new ArrayList<>();
        received.drainTo(all);
        return all;
    }

    /** When it was asked to prove itself, by the server's clock. */
    public List<Instant> proofs() {
        return List.copyOf(proofs);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String timestamp = String.valueOf(exchange.getRequestHeaders().getFirst("x-zm-request-timestamp"));
        if (!isSigned(exchange.getRequestHeaders().getFirst("x-zm-signature"), timestamp, body)) {
            exchange.sendResponseHeaders(401, -1);
        } else if (Json.read(body, WebhookBody.class) instanceof Read.Good<WebhookBody>(var webhook)) {
            answer(exchange, webhook, Instant.ofEpochSecond(Long.parseLong(timestamp)));
        } else {
            exchange.sendResponseHeaders(400, -1);
        }
        exchange.close();
    }

    private void answer(HttpExchange exchange, WebhookBody webhook, Instant sentAt) throws IOException {
        String token = webhook.payload().plainToken();
        if (token != null) {
            proofs.add(sentAt);
            byte[] proof = Json.write(new ProofReply(token, Signature.of(SECRET, token)));
            exchange.sendResponseHeaders(200, proof.length);
            exchange.getResponseBody().write(proof);
            return;
        }
        String number = String.valueOf(exchange.getRequestHeaders().getFirst("porchlight-sequence"));
        Integer status = answers.poll();
        received.add(new Webhook(Long.parseLong(number), sentAt, webhook));
        exchange.sendResponseHeaders(status == null ? 200 : status, -1);
    }

    private static boolean isSigned(@Nullable String signature, String timestamp, String body) {
        String expected = "v0=" + Signature.of(SECRET, "v0:" + timestamp + ":" + body);
        return signature != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
