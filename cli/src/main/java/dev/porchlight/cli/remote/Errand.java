package dev.porchlight.cli.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.porchlight.cli.terminal.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** A request with a purpose. A refusal is thrown as a {@link Failure} that names the purpose and the next step. */
public final class Errand {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Remote remote;
    private final String purpose;

    Errand(Remote remote, String purpose) {
        this.remote = remote;
        this.purpose = purpose;
    }

    public JsonNode get(String path) {
        return send("GET", path, MissingNode.getInstance());
    }

    public JsonNode post(String path, JsonNode body) {
        return send("POST", path, body);
    }

    public JsonNode put(String path, JsonNode body) {
        return send("PUT", path, body);
    }

    public void delete(String path) {
        send("DELETE", path, MissingNode.getInstance());
    }

    /** The answer's body as it comes; the caller closes it. */
    public InputStream stream(String path) {
        HttpResponse<InputStream> response = remote.stream(path);
        if (response.statusCode() == 200) {
            return response.body();
        }
        try (InputStream body = response.body()) {
            String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            throw Refusal.of(purpose, response.statusCode(), json(text));
        } catch (IOException e) {
            throw Refusal.of(purpose, response.statusCode(), MissingNode.getInstance());
        }
    }

    private JsonNode send(String method, String path, JsonNode body) {
        HttpResponse<String> response = remote.send(method, path, body);
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return json(response.body());
        }
        throw Refusal.of(purpose, status, json(response.body()));
    }

    // What is not JSON (another kind of server, a proxy) is as good as nothing.
    private static JsonNode json(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
