package dev.porchlight.acceptance.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.porchlight.wire.Json;
import dev.porchlight.wire.NewAppReply;
import dev.porchlight.wire.NewTokenReply;
import dev.porchlight.wire.Read;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Does what an administrator does: users, apps, tokens, and whatever else a request can say. */
public final class Administrator implements AutoCloseable {
    public static final String TOKEN = "an-administrators-token-for-these-tests";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;

    public Administrator(URI server) {
        this.server = server;
    }

    public void add(String... users) {
        for (String user : users) {
            send("POST", "/v2/users", """
                    {"action":"create","user_info":{"id":"%1$s","email":"%1$s@example.com","type":1}}""".formatted(user));
        }
    }

    NewAppReply app(String scope) {
        return read(send("POST", "/v1/apps", "{\"name\":\"bot\",\"scopes\":[\"" + scope + "\"]}"), NewAppReply.class);
    }

    public NewTokenReply token(String user, String... scopes) {
        String all = String.join("\",\"", scopes);
        return read(
                send("POST", "/v1/tokens", "{\"user\":\"" + user + "\",\"scopes\":[\"" + all + "\"]}"),
                NewTokenReply.class);
    }

    void revoke(String token) {
        send("DELETE", "/v1/tokens/" + token, "");
    }

    void revokeTokensOf(String app) {
        try {
            for (JsonNode token :
                    new ObjectMapper().readTree(send("GET", "/v1/tokens", "")).path("tokens")) {
                if (token.path("client_id").asText().equals(app)) {
                    revoke(token.path("token_id").asText());
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }

    /** Answers the body of the reply; anything but a success is an error. */
    public String send(String method, String path, String json) {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(method + " " + path + ": " + response.body());
            }
            return response.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T extends Record> T read(String json, Class<T> type) {
        if (Json.read(json, type) instanceof Read.Good<T> good) {
            return good.value();
        }
        throw new IllegalStateException(json);
    }
}
