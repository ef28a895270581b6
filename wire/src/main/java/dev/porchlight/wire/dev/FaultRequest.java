package dev.porchlight.wire.dev;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of POST /_dev/faults: which of the next requests go wrong, and how.
 *
 * @param method of the requests, or null for any
 * @param path of the requests, as sent or as the API names it ({@code /v2/users/{userId}/presence_status}), or null for any
 * @param user whom the path names, by id, e-mail address or {@code me}; null for any
 * @param times how many requests; 1 where it is missing
 * @param delay how long the reply waits, as ISO 8601, such as {@code PT2S}
 * @param status of the reply; null where the server answers as ever, after the delay
 * @param code of the reply's body
 * @param message of the reply's body
 * @param headers of the reply
 * @param drop whether the connection is closed without a reply
 */
public record FaultRequest(
        @Nullable String method,
        @Nullable String path,
        @Nullable String user,
        @Nullable Integer times,
        @Nullable String delay,
        @Nullable Integer status,
        @Nullable Integer code,
        @Nullable String message,
        @Nullable Map<String, String> headers,
        @Nullable Boolean drop) {

    /** The same, for so many requests. */
    public FaultRequest withTimes(int newTimes) {
        return new FaultRequest(method, path, user, newTimes, delay, status, code, message, headers, drop);
    }
}
