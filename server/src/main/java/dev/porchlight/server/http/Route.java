package dev.porchlight.server.http;

import dev.porchlight.server.body.RequestBody;
import io.vertx.core.http.HttpMethod;

/**
 * One line of the table of routes.
 *
 * @param path with parameters in braces, such as {@code /v2/users/{userId}/presence_status}
 * @param maxBody in bytes; a longer body is refused with 413
 */
public record Route(HttpMethod method, String path, Access access, Door door, int maxBody) {

    /** A route whose bodies are no longer than the usual {@link RequestBody#MAX_BYTES}. */
    public Route(HttpMethod method, String path, Access access, Door door) {
        this(method, path, access, door, RequestBody.MAX_BYTES);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
