package dev.porchlight.core.rule;

import dev.porchlight.core.presence.Claim;
import dev.porchlight.core.presence.Declaration;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.Session;
import dev.porchlight.core.presence.Status;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How the one answer follows from sessions, claims and declaration (semantics: The answer, lines 2 to 5). All that is
 * handed in counts as live: line 1 is {@link Expiry}.
 *
 * @param until the end of what won, where it has one
 * @param claim the claim that won, where one did
 */
record Working(
        Status status,
        @Nullable Instant until,
        Line line,
        @Nullable Claim claim) {

    private static final Comparator<Claim> BEST_FIRST =
            Comparator.comparing(Claim::status).thenComparing(Claim::since).thenComparing(Claim::source);

    static Working of(Presence live) {
        if (live.sessions().isEmpty()) {
            return new Working(Status.OFFLINE, null, Line.NOBODY_SIGNED_IN, null);
        }
        Declaration declaration = live.declaration();
        return declaration == null ? undeclared(live) : declared(live, declaration);
    }

    private static Working declared(Presence live, Declaration declaration) {
        if (declaration.status() == Status.DO_NOT_DISTURB) {
            return new Working(Status.DO_NOT_DISTURB, declaration.until(), Line.DO_NOT_DISTURB_DECLARED, null);
        }
        Claim newer = best(live.claims(), claim -> interrupts(claim, declaration));
        if (newer != null) {
            return won(newer, Line.NEWER_CLAIM);
        }
        return idleSince(declaration, live.sessions())
                ? new Working(Status.AWAY, declaration.until(), Line.IDLE_SINCE_DECLARED, null)
                : new Working(declaration.status(), declaration.until(), Line.DECLARED, null);
    }

    private static Working undeclared(Presence live) {
        Claim best = best(live.claims(), claim -> true);
        if (best != null) {
            return won(best, Line.CLAIMED);
        }
        return anyActive(live.sessions())
                ? new Working(Status.AVAILABLE, null, Line.ACTIVE_SESSION, null)
                : new Working(Status.AWAY, null, Line.IDLE_SESSIONS, null);
    }

    private static boolean interrupts(Claim claim, Declaration declaration) {
        return claim.status().interrupts() && claim.since().isAfter(declaration.since());
    }

    private static boolean idleSince(Declaration declaration, List<Session> sessions) {
        return declaration.status() == Status.AVAILABLE
                && !anyActive(sessions)
                && sessions.stream().anyMatch(session -> session.activitySince().isAfter(declaration.since()));
    }

    private static boolean anyActive(List<Session> sessions) {
        for (Session session : sessions) {
            if (session.active()) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Claim best(List<Claim> claims, Predicate<Claim> eligible) {
        Claim best = null;
        for (Claim claim : claims) {
            if (eligible.test(claim) && (best == null || BEST_FIRST.compare(claim, best) < 0)) {
                best = claim;
            }
        }
        return best;
    }

    private static Working won(Claim claim, Line line) {
        return new Working(claim.status(), claim.until(), line, claim);
    }
}
