package dev.porchlight.server.http;

import io.vertx.core.http.HttpMethod;

/**
 * One line of the table of routes.
 *
 * @param path with parameters in braces, such as {@code /v2/users/{userId}/presence_status}
 */
public record Route(HttpMethod method, String path, Access access, Door door) {
    @Override
    public String toString() {
        return method + " " + path;
    }
}
