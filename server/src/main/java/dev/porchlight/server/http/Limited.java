package dev.porchlight.server.http;

import dev.porchlight.server.rate.Standing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** What the replies to an account whose requests are counted say of it (docs/zoom-wire.md, Rate limits of an account). */
final class Limited {
    private static final String RETRY_AFTER = "Retry-After";

    private Limited() {}

    /** The refusal of one request too many. */
    static Reply refusal(Standing standing) {
        return switch (standing.period()) {
            case BURST ->
                Problems.problem(
                        429,
                        429,
                        "You have reached the maximum per-second rate limit for this API. Try again later.",
                        "RATE_LIMIT");
            case DAY ->
                Problems.problem(
                                429,
                                429,
                                "You have reached the maximum daily rate limit for this API. Refer to the response"
                                        + " header for details on when you can make another request.",
                                "DAILY_RATE_LIMIT")
                        .with(RETRY_AFTER, standing.resets().toString());
        };
    }

    /** The same reply, with the account's standing in its headers. */
    static Reply told(Reply reply, Standing standing) {
        return asZoomSays(reply, standing)
                .with(Map.of(
                        "X-RateLimit-Category", standing.label().spelling(),
                        "X-RateLimit-Type", standing.period().spelling(),
                        "X-RateLimit-Limit", Long.toString(standing.limit()),
                        "X-RateLimit-Remaining", Long.toString(standing.remaining())));
    }

    /** Clients made for Zoom read the time to try again as an instant; ours is in seconds (RFC 9110, section 10.2.3). */
    private static Reply asZoomSays(Reply reply, Standing standing) {
        String wait = reply.headers().get(RETRY_AFTER);
        return reply.status() == 429 && wait != null && wait.chars().allMatch(Character::isDigit)
                ? reply.with(RETRY_AFTER, wholeSecond(standing.at().plusSeconds(Long.parseLong(wait))))
                : reply;
    }

    /** The first whole second that is not before. */
    private static String wholeSecond(Instant instant) {
        return instant.plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
