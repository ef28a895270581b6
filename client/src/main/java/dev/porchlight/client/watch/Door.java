package dev.porchlight.client.watch;

import dev.porchlight.client.http.Answers;
import dev.porchlight.client.problem.PresenceError;
import dev.porchlight.client.problem.PresenceException;
import dev.porchlight.client.problem.Reply;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Opens WebSockets of the subprotocol {@code porchlight.v1}. */
public final class Door {
    private static final String SUBPROTOCOL = "porchlight.v1";

    private final HttpClient http;
    private final URI address;
    private final Map<String, String> headers;
    private final InstantSource clock;
    private final Duration limit;

    /**
     * @param base of the API
     * @param headers to send with the handshake
     * @param limit for the handshake
     */
    public Door(HttpClient http, URI base, Map<String, String> headers, InstantSource clock, Duration limit) {
        this.http = http;
        // http becomes ws, https becomes wss.
        this.address = URI.create("ws" + base.toString().substring("http".length()) + "/v1/watch");
        this.headers = Map.copyOf(headers);
        this.clock = clock;
        this.limit = limit;
    }

    /** Opens one with the token, or throws why not. */
    WebSocket open(String token, WebSocket.Listener listener) {
        WebSocket.Builder builder = http.newWebSocketBuilder()
                .subprotocols(SUBPROTOCOL)
                .header("Authorization", "Bearer " + token)
                .connectTimeout(limit);
        headers.forEach(builder::header);
        CompletableFuture<WebSocket> opening = builder.buildAsync(address, listener);
        try {
            return opening.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw givenUp(opening, new PresenceError.TimedOut(limit, "No answer from " + address.getAuthority() + "."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw givenUp(opening, new PresenceError.Broken("Interrupted while connecting."));
        } catch (ExecutionException e) {
            throw new PresenceException(failure(e.getCause()));
        }
    }

    /** Whatever still comes of it is not wanted. */
    @SuppressWarnings("FutureReturnValueIgnored") // Nobody waits for it.
    private static PresenceException givenUp(CompletableFuture<WebSocket> opening, PresenceError error) {
        opening.whenComplete((late, failure) -> {
            if (late != null) {
                late.abort();
            }
        });
        return new PresenceException(error);
    }

    private PresenceError failure(@Nullable Throwable cause) {
        if (cause instanceof WebSocketHandshakeException handshake) {
            return Answers.error(reply(handshake.getResponse()), clock.instant());
        }
        String why = cause == null || cause.getMessage() == null ? "refused" : cause.getMessage();
        return new PresenceError.NoConnection(
                address.resolve("/"), "No connection to " + address.getAuthority() + ": " + why + ".");
    }

    private static Reply reply(HttpResponse<?> response) {
        Map<String, List<String>> byName = new HashMap<>();
        response.headers().map().forEach((name, values) -> byName.put(name.toLowerCase(Locale.ROOT), values));
        return new Reply(response.statusCode(), byName, response.body() instanceof String text ? text : "");
    }
}
