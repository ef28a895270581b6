package dev.porchlight.wire.dev;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that arrived, as GET /_dev/requests tells of it. Secrets in it are replaced by an ellipsis.
 *
 * @param number counts the requests since the start or the last reset
 * @param query as sent, or null
 * @param headers with the names in lower case
 * @param body as text, or null for none
 * @param account whose token it came with, or null
 * @param by who asked, such as {@code app:calendar} or {@code user:ada}, or null
 * @param status of the reply
 * @param rule that refused the request, or null where none did
 */
public record RecordedRequest(
        long number,
        Instant at,
        String method,
        String path,
        @Nullable String query,
        Map<String, List<String>> headers,
        @Nullable String body,
        @Nullable String account,
        @Nullable String by,
        int status,
        @Nullable String rule) {}
