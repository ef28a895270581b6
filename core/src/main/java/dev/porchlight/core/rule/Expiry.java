package dev.porchlight.core.rule;

import dev.porchlight.core.presence.Answer;
import dev.porchlight.core.presence.Claim;
import dev.porchlight.core.presence.Declaration;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the passing of time does to a presence (semantics: The answer, line 1, and Alarms). Nothing else knows what expiry
 * means. Ends are walked in their order, so that each status begins at the instant of the end that made it.
 */
final class Expiry {
    private Expiry() {}

    /** The presence with everything dropped that has ended by {@code now}, and the answer that follows. */
    static Presence asOf(Presence presence, Instant now) {
        Presence at = presence;
        for (Instant end = firstEnd(at); end != null && !end.isAfter(now); end = firstEnd(at)) {
            at = passed(at, end);
        }
        return at;
    }

    /** When the answer next changes by itself; null for never. */
    static @Nullable Instant nextChange(Presence presence) {
        return nextChange(presence, Instant.MAX);
    }

    /** The first end, at or before {@code last}, that changes the answer; null if none does. */
    static @Nullable Instant nextChange(Presence presence, Instant last) {
        Presence at = presence;
        for (Instant end = firstEnd(at); end != null && !end.isAfter(last); end = firstEnd(at)) {
            at = passed(at, end);
            if (at.shown().differsFrom(presence.shown())) {
                return end;
            }
        }
        return null;
    }

    /** The presence with the answer that follows from it, begun and changed at {@code since} where it is another. */
    static Presence answered(Presence live, Instant since) {
        Working working = Working.of(live);
        Answer shown = live.shown();
        Instant begun = working.status() == shown.status() ? shown.since() : since;
        Answer answer = new Answer(working.status(), begun, working.until());
        Presence answered = live.withShown(answer);
        return answer.differsFrom(shown) ? answered.withChangedAt(since) : answered;
    }

    private static Presence passed(Presence presence, Instant end) {
        List<Session> sessions = new ArrayList<>(presence.sessions());
        sessions.removeIf(session -> due(session.leaseUntil(), end));
        List<Claim> claims = new ArrayList<>(presence.claims());
        claims.removeIf(claim -> due(claim.until(), end));
        return answered(withoutEnded(presence.withSessions(sessions).withClaims(claims), end), end);
    }

    /** Ends the declaration whose end has come, or whose last session has gone. */
    static Presence withoutEnded(Presence presence, Instant now) {
        Declaration declaration = presence.declaration();
        if (declaration == null) {
            return presence;
        }
        boolean abandoned =
                presence.sessions().isEmpty() && !declaration.status().outlivesSessions();
        return abandoned || due(declaration.until(), now) ? presence.withDeclaration(null) : presence;
    }

    private static @Nullable Instant firstEnd(Presence presence) {
        Declaration declaration = presence.declaration();
        Instant first = declaration == null ? null : declaration.until();
        for (Claim claim : presence.claims()) {
            first = earlier(first, claim.until());
        }
        for (Session session : presence.sessions()) {
            first = earlier(first, session.leaseUntil());
        }
        return first;
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        return a == null || (b != null && b.isBefore(a)) ? b : a;
    }

    private static boolean due(@Nullable Instant end, Instant now) {
        return end != null && !end.isAfter(now);
    }
}
