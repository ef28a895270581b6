package dev.porchlight.client.http;

import dev.porchlight.client.problem.PresenceError;
import dev.porchlight.client.problem.Reply;
import dev.porchlight.client.time.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether and when a request that may be repeated is tried again. */
public record Retries(Backoff backoff) {
    static final int MAX_TRIES = 5;

    /**
     * How long to wait before the next try; empty where it would end the same way.
     *
     * @param tries how often it was tried
     */
    public Optional<Duration> before(PresenceError error, int tries, Instant now) {
        if (tries >= MAX_TRIES) {
            return Optional.empty();
        }
        return switch (error) {
            case PresenceError.NoConnection none -> Optional.of(backoff.after(tries));
            case PresenceError.Broken broken -> Optional.of(backoff.after(tries));
            case PresenceError.TimedOut late -> Optional.of(backoff.after(tries));
            case PresenceError.Refused refused -> byStatus(refused, refused.answer(), tries, now);
            case PresenceError.NotUnderstood strange -> byStatus(strange, strange.answer(), tries, now);
            case PresenceError.NoToken none -> Optional.empty();
            case PresenceError.NotOnZoom zoom -> Optional.empty();
            case PresenceError.TooSoon soon -> Optional.empty();
            case PresenceError.WatchEnded ended -> Optional.empty();
            case PresenceError.ClientClosed closed -> Optional.empty();
        };
    }

    private Optional<Duration> byStatus(PresenceError error, Reply reply, int tries, Instant now) {
        // A success that is not understood is one whose body broke off.
        boolean again = reply.isSuccess() || reply.status() == 429 || reply.status() >= 500;
        return again
                ? error.retryTime()
                        .map(at -> spread(Duration.between(now, at), tries))
                        .or(() -> Optional.of(backoff.after(tries)))
                : Optional.empty();
    }

    /** At the given time or a little later: all who were told the same time should not come at once. */
    private Duration spread(Duration wait, int tries) {
        Duration least = wait.isPositive() ? wait : Duration.ZERO;
        return least.plus(backoff.after(tries).dividedBy(4));
    }
}
