package dev.porchlight.server.http;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is answered to one request.
 *
 * @param body null for a reply without body, length and type
 * @param headers besides the content type and those that every reply carries
 * @param rule the name of the rule that refused the request, for log and metrics; null where none did
 * @param streamed in place of {@code body}, one that is too large to be held at once
 */
public record Reply(
        int status,
        @Nullable Buffer body,
        String contentType,
        Map<String, String> headers,
        @Nullable String rule,
        @Nullable Streamed streamed) {
    public static final String JSON = "application/json; charset=utf-8";

    private static final Reply NO_CONTENT = new Reply(204, null, "", Map.of(), null);

    public Reply(
            int status, @Nullable Buffer body, String contentType, Map<String, String> headers, @Nullable String rule) {
        this(status, body, contentType, headers, rule, null);
    }

    /** A body that is written bit by bit, on a thread of its own. */
    @FunctionalInterface
    public interface Streamed {
        /** Writes all of it. May block. What fails in it cuts the connection, so that nobody takes a part for the whole. */
        void to(OutputStream out) throws IOException;
    }

    public static Reply stream(String contentType, Streamed streamed) {
        return new Reply(200, null, contentType, Map.of(), null, streamed);
    }

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
        return with(Map.of(header, value));
    }

    /** With these headers beside those it has; one of the same name gives way. */
    public Reply with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Reply(status, body, contentType, all, rule, streamed);
    }
}
