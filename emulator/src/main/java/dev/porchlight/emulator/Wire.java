package dev.porchlight.emulator;

import dev.porchlight.wire.CreateUserRequest;
import dev.porchlight.wire.Json;
import dev.porchlight.wire.NewTokenReply;
import dev.porchlight.wire.Read;
import dev.porchlight.wire.TokenRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks the server as any other program would, but as its operator: that is not recorded, and no fault hits it. What it refuses
 * is a mistake in the test, and said so.
 */
final class Wire implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final URI base;
    private final String operator;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Wire(URI base, String operator) {
        this.base = base;
        this.operator = operator;
    }

    URI base() {
        return base;
    }

    void addUser(String id, String email) {
        post(
                "/v2/users",
                new CreateUserRequest("create", new CreateUserRequest.UserInfo(id, email, 1, null, null, null)));
    }

    String token(@Nullable String user, List<String> scopes) {
        return read(send("POST", "/v1/tokens", new TokenRequest(null, user, scopes, null)), NewTokenReply.class)
                .accessToken();
    }

    <T extends Record> T get(String path, Class<T> type) {
        return read(send("GET", path, null), type);
    }

    void post(String path) {
        send("POST", path, null);
    }

    void post(String path, Record body) {
        send("POST", path, body);
    }

    <T extends Record> T post(String path, Record body, Class<T> type) {
        return read(send("POST", path, body), type);
    }

    void put(String path, Record body) {
        send("PUT", path, body);
    }

    void delete(String path) {
        send("DELETE", path, null);
    }

    static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String send(String method, String path, @Nullable Record body) {
        BodyPublisher content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(Json.write(body));
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + operator)
                .method(method, content);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        try {
            HttpResponse<String> reply = client.send(request.build(), BodyHandlers.ofString());
            if (reply.statusCode() >= 300) {
                throw new IllegalArgumentException(
                        method + " " + path + ": " + reply.statusCode() + " " + reply.body());
            }
            return reply.body();
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + method + " " + path, e);
        }
    }

    private static <T extends Record> T read(String json, Class<T> type) {
        return switch (Json.read(json, type)) {
            case Read.Good<T> good -> good.value();
            case Read.Bad<T> bad -> throw new IllegalStateException(bad.problem() + " in " + json);
        };
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
