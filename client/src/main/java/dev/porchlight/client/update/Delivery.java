package dev.porchlight.client.update;

import dev.porchlight.client.http.Ask;
import dev.porchlight.client.http.Caller;
import dev.porchlight.client.problem.PresenceError;
import dev.porchlight.client.problem.PresenceException;
import dev.porchlight.client.problem.Reply;
import dev.porchlight.wire.PresenceStatusReply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Takes one update to the server. When an answer is lost, the update is sent again, but only while the once-a-minute rule makes
 * that harmless: had the first one been taken, the second is refused with 429 and changes nothing. Such a 429 is settled by
 * reading the status. After half of the window, or where there is none, nothing is repeated (decisions/0007).
 */
final class Delivery {
    /** A limit per second is over in one; its 429 says so in this header. */
    private static final String LIMIT_TYPE = "X-RateLimit-Type";

    private final Caller caller;
    private final BodyFormat format;
    private final RandomGenerator random;
    private final Duration window;

    Delivery(Caller caller, BodyFormat format, RandomGenerator random, Duration window) {
        this.caller = caller;
        this.format = format;
        this.random = random;
        this.window = window;
    }

    Outcome deliver(String user, StatusUpdate update) {
        Ask ask = new Ask("PUT", path(user), format.content(update, random));
        Instant began = caller.time().instant();
        boolean doubt = false;
        for (int tries = 1; ; tries++) {
            try {
                caller.attempt(ask, began.plus(caller.limit()));
                return new Outcome.Taken();
            } catch (PresenceException e) {
                PresenceError error = e.error();
                if (isTooSoon(error)) {
                    return doubt ? settled(user, update, error) : new Outcome.Later(opensAt(error), error);
                }
                doubt |= leavesDoubt(error);
                Optional<Duration> wait = wait(error, tries, began, doubt);
                if (wait.isEmpty()) {
                    return doubt ? new Outcome.Lost(error) : new Outcome.Failed(error);
                }
                caller.pause(wait.get(), e);
            }
        }
    }

    private Optional<Duration> wait(PresenceError error, int tries, Instant began, boolean doubt) {
        Instant now = caller.time().instant();
        Duration half = window.dividedBy(2);
        Duration limit = doubt && half.compareTo(caller.limit()) < 0 ? half : caller.limit();
        return caller.retries()
                .before(error, tries, now)
                .filter(wait -> now.plus(wait).isBefore(began.plus(limit)));
    }

    /** A repeat was too soon: either because the first one was taken, or because of somebody else's. */
    private Outcome settled(String user, StatusUpdate update, PresenceError tooSoon) {
        try {
            String shown =
                    caller.send(Ask.get(path(user)), PresenceStatusReply.class).status();
            return Status.of(shown).filter(update.status()::equals).isPresent()
                    ? new Outcome.Taken()
                    : new Outcome.Lost(tooSoon);
        } catch (PresenceException e) {
            return new Outcome.Lost(tooSoon);
        }
    }

    private Instant opensAt(PresenceError error) {
        Instant now = caller.time().instant();
        return error.retryTime().orElseGet(() -> now.plus(isPerSecond(error) ? Duration.ofSeconds(1) : window));
    }

    private static boolean isPerSecond(PresenceError error) {
        return error.reply()
                .flatMap(reply -> reply.header(LIMIT_TYPE))
                .orElse("")
                .equals("QPS");
    }

    private static boolean isTooSoon(PresenceError error) {
        return error.reply().map(Reply::status).orElse(0) == 429;
    }

    /** A 5xx in the API's own words says that nothing changed; one in other words is a go-between's. */
    private static boolean leavesDoubt(PresenceError error) {
        return switch (error) {
            case PresenceError.Broken broken -> true;
            case PresenceError.TimedOut late -> true;
            case PresenceError.NotUnderstood strange -> true;
            case PresenceError.Refused refused -> refused.status() >= 500 && refused.code() == 0;
            case PresenceError.NoConnection none -> false;
            case PresenceError.NoToken none -> false;
            case PresenceError.NotOnZoom zoom -> false;
            case PresenceError.TooSoon soon -> false;
            case PresenceError.WatchEnded ended -> false;
            case PresenceError.ClientClosed closed -> false;
        };
    }

    static String path(String user) {
        return "/v2/users/" + Ask.segment(user) + "/presence_status";
    }
}
