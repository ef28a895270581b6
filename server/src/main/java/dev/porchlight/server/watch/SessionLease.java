package dev.porchlight.server.watch;

import dev.porchlight.core.command.Command;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.Corridor;
import dev.porchlight.engine.Outcome;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * The lease of a session whose client is connected: the connection renews it, and when it breaks the lease ends after a grace
 * (semantics: Sessions, leases, grace). A session that was signed out meanwhile stays signed out.
 */
final class SessionLease {
    private static final Duration LEASE = Duration.ofSeconds(90);
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Corridor corridor;
    private final UserKey user;
    private final String session;
    private final String by;

    SessionLease(Corridor corridor, UserKey user, String session, String by) {
        this.corridor = corridor;
        this.user = user;
        this.session = session;
        this.by = by;
    }

    /** Renews it; false if there is no such session. */
    CompletionStage<Boolean> renew() {
        return move(LEASE);
    }

    /** The connection has gone without a word. */
    CompletionStage<Boolean> beginGrace() {
        return move(GRACE);
    }

    private CompletionStage<Boolean> move(Duration lease) {
        return corridor.submit(user, new Command.Renew(session, lease, by))
                .thenApply(outcome -> outcome instanceof Outcome.Done done
                        && done.presence().session(session).isPresent());
    }
}
