package dev.porchlight.core.rule;

import dev.porchlight.core.presence.Answer;
import dev.porchlight.core.presence.Claim;
import dev.porchlight.core.presence.Declaration;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.Session;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the passing of time does to a presence (semantics: The answer, line 1, and Alarms). Nothing else knows what expiry
 * means. Ends are walked in their order, so that each status begins at the instant of the end that made it.
 */
final class Expiry {
    private static final Instant NEVER = Instant.MAX;

    private Expiry() {}

    /** The presence with everything dropped that has ended by {@code now}, and the answer that follows. */
    static Presence asOf(Presence presence, Instant now) {
        Presence at = presence;
        for (Instant end = firstEnd(at); due(end, now); end = firstEnd(at)) {
            at = passed(at, end);
        }
        return at;
    }

    /** The presence just after the first end, at or before {@code now}, that changes the answer; empty if none does. */
    static Optional<Presence> firstChange(Presence presence, Instant now) {
        Presence at = presence;
        for (Instant end = firstEnd(at); due(end, now); end = firstEnd(at)) {
            at = passed(at, end);
            if (at.shown().differsFrom(presence.shown())) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** When the answer next changes by itself; null for never. */
    static @Nullable Instant nextChange(Presence presence) {
        Presence at = presence;
        for (Instant end = firstEnd(at); end.isBefore(NEVER); end = firstEnd(at)) {
            at = passed(at, end);
            if (at.shown().differsFrom(presence.shown())) {
                return end;
            }
        }
        return null;
    }

    /** The presence with the answer that follows from it, begun at {@code since} where the status is another. */
    static Presence answered(Presence live, Instant since) {
        Working working = Working.of(live);
        Answer shown = live.shown();
        Instant begun = working.status() == shown.status() ? shown.since() : since;
        return live.withShown(new Answer(working.status(), begun, working.until()));
    }

    private static Presence passed(Presence presence, Instant end) {
        List<Session> sessions = presence.sessions().stream()
                .filter(session -> session.leaseUntil().isAfter(end))
                .toList();
        List<Claim> claims = presence.claims().stream()
                .filter(claim -> !due(claim.until(), end))
                .toList();
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

    private static Instant firstEnd(Presence presence) {
        Declaration declaration = presence.declaration();
        Stream<Instant> declared = Stream.ofNullable(declaration == null ? null : declaration.until());
        Stream<Instant> claimed = presence.claims().stream().flatMap(claim -> Stream.ofNullable(claim.until()));
        Stream<Instant> leased = presence.sessions().stream().map(Session::leaseUntil);
        return Stream.concat(leased, Stream.concat(claimed, declared))
                .min(Instant::compareTo)
                .orElse(NEVER);
    }

    private static boolean due(@Nullable Instant end, Instant now) {
        return end != null && !end.isAfter(now);
    }
}
