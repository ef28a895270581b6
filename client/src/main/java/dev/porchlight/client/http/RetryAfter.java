package dev.porchlight.client.http;

import dev.porchlight.client.problem.Reply;
import dev.porchlight.wire.InstantText;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When a reply says to come back: in seconds or as a date (RFC 9110, section 10.2.3), or, as Zoom sends for its daily limit, as
 * an ISO instant. A date is the server's: it is moved by as much as the server's clock, told by {@code Date}, is off.
 */
final class RetryAfter {
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private RetryAfter() {}

    /** By this machine's clock, never before now; empty for none and for what is none of the three. */
    static Optional<Instant> of(Reply reply, Instant now) {
        return reply.header("Retry-After").map(String::strip).flatMap(text -> at(text, reply, now));
    }

    private static Optional<Instant> at(String text, Reply reply, Instant now) {
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(now.plusSeconds(Long.parseLong(text)));
        }
        Instant theirNow = reply.header("Date").flatMap(RetryAfter::httpDate).orElse(now);
        return httpDate(text)
                .or(() -> InstantText.parse(text))
                .map(at -> now.plus(Duration.between(theirNow, at)))
                .map(at -> at.isBefore(now) ? now : at);
    }

    private static Optional<Instant> httpDate(String text) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeException e) {
            // The other forms are tried next; what is none of them is no date.
            return Optional.empty();
        }
    }
}
