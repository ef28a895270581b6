package dev.porchlight.emulator;

import dev.porchlight.wire.dev.FaultRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with the next requests: {@code Fault.answer(503).times(2).of("ada")}. Without more words, the next one
 * request, whatever it is. Requests without a good token are refused before any fault.
 */
public record Fault(FaultRequest request) {

    /** A reply with this status in place of the server's. */
    public static Fault answer(int status) {
        return new Fault(new FaultRequest(null, null, null, 1, null, status, null, null, null, null));
    }

    /** A reply with this status and body: code and message, as all of Zoom's refusals. */
    public static Fault answer(int status, int code, String message) {
        return new Fault(new FaultRequest(null, null, null, 1, null, status, code, message, null, null));
    }

    /** The server's own reply, but late. */
    public static Fault late(Duration delay) {
        return new Fault(new FaultRequest(null, null, null, 1, delay.toString(), null, null, null, null, null));
    }

    /** No reply: the connection is closed. */
    public static Fault brokenConnection() {
        return new Fault(new FaultRequest(null, null, null, 1, null, null, null, null, null, true));
    }

    /** For so many requests. */
    public Fault times(int times) {
        return new Fault(request.withTimes(times));
    }

    /**
     * Only for requests of this method and path.
     *
     * @param path as sent, or as the API names it: {@code /v2/users/{userId}/presence_status}
     */
    public Fault on(String method, String path) {
        return with(method, path, request.user(), request.headers());
    }

    /** Only for requests whose path names this user, by id, by address or as {@code me}. */
    public Fault of(String user) {
        return with(request.method(), request.path(), user, request.headers());
    }

    /** With a header, such as {@code Retry-After}. */
    public Fault header(String name, String value) {
        Map<String, String> headers = new HashMap<>(request.headers() == null ? Map.of() : request.headers());
        headers.put(name, value);
        return with(request.method(), request.path(), request.user(), headers);
    }

    private Fault with(
            @Nullable String method,
            @Nullable String path,
            @Nullable String user,
            @Nullable Map<String, String> headers) {
        return new Fault(new FaultRequest(
                method,
                path,
                user,
                request.times(),
                request.delay(),
                request.status(),
                request.code(),
                request.message(),
                headers,
                request.drop()));
    }
}
