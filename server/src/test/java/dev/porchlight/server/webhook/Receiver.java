package dev.porchlight.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A receiver of webhooks that proves itself, takes down what it is sent, and answers what it is told to. */
final class Receiver implements AutoCloseable {
    static final String SECRET = "confidential";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 20;
    private static final long QUIET_MILLIS = 300;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final BlockingQueue<Received> proofs = new LinkedBlockingQueue<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private volatile boolean proves = true;
    private volatile CountDownLatch answering = new CountDownLatch(0);

    /**
     * One request.
     *
     * @param headers names in lower case
     */
    record Received(Map<String, String> headers, String body) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(body, e);
            }
        }

        String header(String name) {
            assertThat(headers).containsKey(name);
            return headers.get(name);
        }

        long number() {
            return Long.parseLong(header("porchlight-sequence"));
        }

        String status() {
            return json().at("/payload/object/presence_status").asText();
        }

        String user() {
            return json().at("/payload/object/id").asText();
        }
    }

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks?of=test";
    }

    /** The next deliveries are answered with these, one each; all others with 200. */
    Receiver answering(Integer... statuses) {
        answers.addAll(List.of(statuses));
        return this;
    }

    /** Deliveries are answered only from then on. */
    Receiver waitingFor(CountDownLatch latch) {
        answering = latch;
        return this;
    }

    Receiver proving(boolean rightly) {
        proves = rightly;
        return this;
    }

    /** The next delivery, which must come. */
    Received next() {
        return next(received);
    }

    /** The next request for a proof, which must come. */
    Received nextProof() {
        return next(proofs);
    }

    private static Received next(BlockingQueue<Received> from) {
        try {
            Received next = from.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(next).as("something received").isNotNull();
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Fails where another delivery comes within a moment, in which several would. */
    void hasNoMore() {
        try {
            assertThat(received.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS)).isNull();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Deque<Received> all() {
        Deque<Received> all = new ArrayDeque<>();
        received.drainTo(all);
        return all;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        Received request = new Received(headers, body);
        JsonNode json = request.json();
        if (json.path("event").asText().equals("endpoint.url_validation")) {
            // As it is told before anybody hears of the request, and may tell it otherwise.
            boolean rightly = proves;
            proofs.add(request);
            prove(exchange, json.at("/payload/plainToken").asText(), rightly);
        } else {
            received.add(request);
            await(answering);
            Integer status = answers.poll();
            exchange.sendResponseHeaders(status == null ? 200 : status, -1);
        }
        exchange.close();
    }

    private static void await(CountDownLatch latch) throws InterruptedIOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the receiver closes");
        }
    }

    private static void prove(HttpExchange exchange, String plainToken, boolean rightly) throws IOException {
        String encrypted = Signature.of(rightly ? SECRET : "another", plainToken);
        byte[] reply = "{\"plainToken\":\"%s\",\"encryptedToken\":\"%s\"}"
                .formatted(plainToken, encrypted)
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
