package dev.porchlight.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.porchlight.cli.terminal.Failure;
import dev.porchlight.client.PresenceClient;
import dev.porchlight.client.PresenceClientBuilder;
import dev.porchlight.client.http.AccessTokens;
import dev.porchlight.client.problem.PresenceException;
import dev.porchlight.server.Porchlight;
import dev.porchlight.server.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A server, and as whom to speak to it. Safe for many threads. */
public final class Remote implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final URI url;
    private final AccessTokens tokens;
    private final String account;
    private final boolean ends;
    private final Runnable close;

    private Remote(URI url, AccessTokens tokens, String account, boolean ends, Runnable close) {
        this.url = url;
        this.tokens = tokens;
        this.account = account;
        this.ends = ends;
        this.close = close;
    }

    /** A server that runs by itself. */
    static Remote at(URI url, AccessTokens tokens, String account) {
        return new Remote(url, tokens, account, false, () -> {});
    }

    /** A server in this process, as its operator; it ends together with this. */
    public static Remote within(Porchlight server, String account) {
        String token = server.operatorToken();
        return new Remote(URI.create(server.uri()), () -> token, account, true, server::close);
    }

    /** Where to find the server later; one that ends with the command will be started again at the usual place. */
    public String address() {
        return ends
                ? "http://" + Settings.defaults().host() + ":"
                        + Settings.defaults().port()
                : url.toString();
    }

    /** A client for presence on the same server, as the same caller. It is to be closed by itself. */
    public PresenceClientBuilder presence() {
        return PresenceClient.at(url).tokens(tokens).account(account);
    }

    /** Says what the next request is for, which a refusal repeats: {@code "add ada@example.com"}. */
    public Errand to(String purpose) {
        return new Errand(this, purpose);
    }

    /** One path segment from what somebody typed. */
    public static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%40", "@");
    }

    HttpResponse<String> send(String method, String path, JsonNode body) {
        HttpRequest.BodyPublisher content = body.isMissingNode()
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body.toString());
        HttpRequest.Builder request = request(path).method(method, content).timeout(ANSWER);
        if (!body.isMissingNode()) {
            request.header("Content-Type", "application/json");
        }
        return send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<InputStream> stream(String path) {
        return send(request(path).build(), BodyHandlers.ofInputStream());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path))
                .header("Authorization", "Bearer " + token())
                .header("Porchlight-Account", account);
    }

    private String token() {
        try {
            return tokens.current();
        } catch (PresenceException e) {
            throw new Failure(e.error().message(), "Sign in again with: porchlight login", Failure.NO_ANSWER);
        }
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw new Failure(
                    "No server answers at " + url + ".",
                    "Start one with: porchlight serve. Or name another with --url, or its folder with --data.");
        } catch (HttpTimeoutException e) {
            throw new Failure(
                    "The server at " + url + " did not answer within " + ANSWER.toSeconds() + " seconds.",
                    "Its log says what it is doing.");
        } catch (IOException e) {
            throw new Failure("The connection to " + url + " broke: " + e + ".", "Is it a Porchlight server?");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted.", "");
        }
    }

    @Override
    public void close() {
        client.close();
        close.run();
    }
}
