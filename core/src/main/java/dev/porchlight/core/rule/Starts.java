package dev.porchlight.core.rule;

import dev.porchlight.core.presence.Claim;
import dev.porchlight.core.presence.Declaration;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.Session;
import java.time.Instant;

/**
 * When something begins. Whether it began before or after the declaration decides what shows, so that order is the order of
 * the commits, even within one tick of the clock and where the clocks of nodes differ (semantics: Words, start). Of a
 * declaration and what began in the same instant, the declaration counts as the later.
 */
final class Starts {
    private Starts() {}

    /** Of a declaration: not before anything that is there. */
    static Instant ofDeclaration(Presence live, Instant now) {
        Instant start = now;
        for (Claim claim : live.claims()) {
            start = later(start, claim.since());
        }
        for (Session session : live.sessions()) {
            start = later(start, session.activitySince());
        }
        return start;
    }

    /** Of a claim, or of a session's being active or idle: after the declaration that is there. */
    static Instant afterDeclaration(Presence live, Instant now) {
        Declaration declaration = live.declaration();
        return declaration == null || now.isAfter(declaration.since())
                ? now
                : declaration.since().plusNanos(1);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
