package dev.porchlight.server.http;

import dev.porchlight.server.body.RequestBody;
import dev.porchlight.server.rate.Label;
import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table of routes.
 *
 * @param path with parameters in braces, such as {@code /v2/users/{userId}/presence_status}
 * @param maxBody in bytes; a longer body is refused with 413
 * @param label how heavy Zoom counts it; null for a route that Zoom does not have, which is not counted
 */
public record Route(
        HttpMethod method,
        String path,
        Access access,
        Handling handling,
        int maxBody,
        @Nullable Label label) {

    /** A route that answers each request with one reply, with bodies up to the usual {@link RequestBody#MAX_BYTES}. */
    public static Route of(HttpMethod method, String path, Access access, Door door) {
        return of(method, path, access, door, RequestBody.MAX_BYTES);
    }

    /** A route that answers each request with one reply. */
    public static Route of(HttpMethod method, String path, Access access, Door door, int maxBody) {
        return new Route(method, path, access, door, maxBody, null);
    }

    /** A route whose connections stay, and have no body. */
    public static Route stream(HttpMethod method, String path, Access access, StreamDoor door) {
        return new Route(method, path, access, door, 0, null);
    }

    /** The same route, whose requests count. */
    public Route labelled(Label heaviness) {
        return new Route(method, path, access, handling, maxBody, heaviness);
    }

    /** Without the scopes, which would be counted anew for each request. */
    @Override
    public int hashCode() {
        return 31 * method.hashCode() + path.hashCode();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
