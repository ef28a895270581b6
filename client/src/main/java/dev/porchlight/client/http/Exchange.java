package dev.porchlight.client.http;

import dev.porchlight.client.problem.PresenceError;
import dev.porchlight.client.problem.PresenceException;
import dev.porchlight.client.problem.Reply;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** One request, sent once: a whole reply in time, or what went wrong. */
public final class Exchange {
    /** No reply of the API comes near; what is longer is not read. */
    static final int MAX_BODY = 16 * 1024 * 1024;

    private final HttpClient http;

    public Exchange(HttpClient http) {
        this.http = http;
    }

    /**
     * Sends it and waits.
     *
     * @param limit from sending to the last byte of the reply
     * @throws PresenceException where no whole reply came
     */
    public Reply send(HttpRequest request, Duration limit) {
        AtomicReference<@Nullable ResponseInfo> head = new AtomicReference<>();
        // The request's own timeout ends with the reply's head, and half a body may hang for ever.
        CompletableFuture<HttpResponse<byte[]>> pending = http.sendAsync(request, info -> {
            head.set(info);
            return BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_BODY).apply(info);
        });
        try {
            HttpResponse<byte[]> response = pending.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return reply(response.statusCode(), response.headers().map(), response.body());
        } catch (TimeoutException e) {
            pending.cancel(true);
            throw new PresenceException(timedOut(request.uri(), limit, head.get()));
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            throw new PresenceException(new PresenceError.Broken("Interrupted while waiting for " + host(request)));
        } catch (ExecutionException e) {
            throw new PresenceException(failure(request, e.getCause(), head.get()));
        }
    }

    private static PresenceError failure(HttpRequest request, @Nullable Throwable cause, @Nullable ResponseInfo head) {
        if (head != null) {
            Reply half = reply(head.statusCode(), head.headers().map(), new byte[0]);
            return Answers.notUnderstood(half, "the body broke off: " + words(cause), null);
        }
        return switch (cause) {
            case HttpConnectTimeoutException slow -> noConnection(request, "it does not take connections in time");
            case ConnectException refused -> noConnection(request, words(refused));
            case SSLHandshakeException untrusted -> noConnection(request, words(untrusted));
            case IOException broken
            when words(broken).contains("HTTP/1.1 header parser") ->
                new PresenceError.Broken(host(request) + " does not speak HTTP");
            case null, default ->
                new PresenceError.Broken("The connection to " + host(request) + " broke: " + words(cause));
        };
    }

    private static PresenceError noConnection(HttpRequest request, String why) {
        return new PresenceError.NoConnection(
                request.uri().resolve("/"), "No connection to " + host(request) + ": " + why);
    }

    private static PresenceError timedOut(URI uri, Duration limit, @Nullable ResponseInfo head) {
        String what = head == null ? "no answer" : "no whole answer (HTTP status " + head.statusCode() + ")";
        double seconds = limit.toMillis() / 1000.0;
        return new PresenceError.TimedOut(
                limit,
                what + " from " + uri.getAuthority() + " within " + String.format(Locale.ROOT, "%.1f s", seconds));
    }

    private static Reply reply(int status, Map<String, List<String>> headers, byte[] body) {
        Map<String, List<String>> byName = new HashMap<>();
        headers.forEach((name, values) -> byName.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return new Reply(status, Map.copyOf(byName), new String(body, StandardCharsets.UTF_8));
    }

    private static String host(HttpRequest request) {
        return request.uri().getAuthority();
    }

    private static String words(@Nullable Throwable cause) {
        return cause == null || cause.getMessage() == null ? "it was cut" : cause.getMessage();
    }
}
