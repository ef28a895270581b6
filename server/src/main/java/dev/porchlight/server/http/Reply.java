package dev.porchlight.server.http;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is answered to one request.
 *
 * @param body null for a reply without body, length and type
 * @param headers besides the content type and those that every reply carries
 * @param rule the name of the rule that refused the request, for log and metrics; null where none did
 */
public record Reply(
        int status,
        @Nullable Buffer body,
        String contentType,
        Map<String, String> headers,
        @Nullable String rule) {
    public static final String JSON = "application/json; charset=utf-8";

    private static final Reply NO_CONTENT = new Reply(204, null, "", Map.of(), null);

    public static Reply noContent() {
        return NO_CONTENT;
    }

    public static Reply json(int status, byte[] body) {
        return new Reply(status, Buffer.buffer(body), JSON, Map.of(), null);
    }

    public Reply refusedBy(String name) {
        return new Reply(status, body, contentType, headers, name);
    }

    public Reply with(String header, String value) {
        return new Reply(status, body, contentType, Map.of(header, value), rule);
    }
}
