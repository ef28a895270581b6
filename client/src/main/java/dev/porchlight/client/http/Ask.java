package dev.porchlight.client.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A request, without address and token. Every one that the API has may be sent again after a reply was lost, since each says
 * what shall be and not what to add; but for updates of a status, which are not sent through here.
 *
 * @param path from the base address on, with the query
 */
public record Ask(String method, String path, @Nullable Content content) {

    public static Ask get(String path) {
        return new Ask("GET", path, null);
    }

    public static Ask put(String path, Record body) {
        return new Ask("PUT", path, Content.json(body));
    }

    public static Ask post(String path, Record body) {
        return new Ask("POST", path, Content.json(body));
    }

    public static Ask delete(String path) {
        return new Ask("DELETE", path, null);
    }

    /** One segment of a path. */
    public static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%40", "@");
    }
}
