package dev.porchlight.cli.profile;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.porchlight.cli.terminal.Failure;
import dev.porchlight.cli.terminal.Paint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits on this machine for the browser that comes back from the authorization server with a code (RFC 8252, section 7.3). Who
 * comes without this sign-in's state is turned away, and the wait goes on.
 */
final class Callback implements AutoCloseable {
    private final HttpServer server;
    private final URI redirect;
    private final String state;
    private final CompletableFuture<Map<String, String>> answer = new CompletableFuture<>();

    private Callback(HttpServer server, URI redirect, String state) {
        this.server = server;
        this.redirect = redirect;
        this.state = state;
    }

    /**
     * Listens.
     *
     * @param wanted an address on this machine; its port 0, or none, takes any that is free
     */
    static Callback open(URI wanted, String state) {
        int port = Math.max(0, wanted.getPort());
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            String path = wanted.getPath().isEmpty() ? "/" : wanted.getPath();
            URI redirect = URI.create(
                    "http://" + wanted.getHost() + ":" + server.getAddress().getPort() + path);
            Callback callback = new Callback(server, redirect, state);
            server.createContext("/", callback::handle);
            server.start();
            return callback;
        } catch (IOException e) {
            throw new Failure(
                    "Cannot listen on port " + port + " of this machine for the browser to come back: " + e.getMessage()
                            + ".",
                    "Choose another with --redirect.");
        }
    }

    /** Where the browser is to come back to. */
    URI redirect() {
        return redirect;
    }

    /** The code, once the browser has brought it. */
    String code(Duration patience) {
        try {
            Map<String, String> brought = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            String code = brought.getOrDefault("code", "");
            if (code.isEmpty()) {
                String error = brought.getOrDefault("error", "no code");
                String more = brought.getOrDefault("error_description", "");
                throw new Failure(
                        Paint.plain("The sign-in was refused: " + error + (more.isEmpty() ? "" : ", " + more)) + ".",
                        "Look at the app's scopes and redirect address, and try again.");
            }
            return code;
        } catch (TimeoutException e) {
            throw new Failure(
                    "Nobody came back from the browser within " + patience.toMinutes() + " minutes.", "Try again.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", "");
        } catch (ExecutionException e) {
            throw new IllegalStateException("nothing completes it with an exception", e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        URI asked = exchange.getRequestURI();
        Map<String, String> parameters = parameters(asked);
        if (!asked.getPath().equals(redirect.getPath()) || !state.equals(parameters.get("state"))) {
            say(exchange, 400, "This is not the sign-in that is waited for.");
            return;
        }
        boolean signedIn = !parameters.getOrDefault("code", "").isEmpty();
        say(exchange, 200, signedIn ? "Signed in. You can close this window." : "The sign-in was refused.");
        answer.complete(parameters);
    }

    private static void say(HttpExchange exchange, int status, String sentence) throws IOException {
        byte[] body = (sentence + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.getResponseHeaders().set("Connection", "close");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Map<String, String> parameters(URI asked) {
        Map<String, String> parameters = new HashMap<>();
        String query = asked.getRawQuery() == null ? "" : asked.getRawQuery();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
