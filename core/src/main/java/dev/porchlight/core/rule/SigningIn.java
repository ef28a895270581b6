package dev.porchlight.core.rule;

import dev.porchlight.core.command.Command.Beat;
import dev.porchlight.core.command.Command.Renew;
import dev.porchlight.core.command.Command.SignOut;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opening, renewing and ending sessions (semantics: Commands; Sessions, leases, grace). */
record SigningIn(RuleSettings settings) {

    Step beat(Presence live, Beat command, Instant now) {
        Duration lease = command.lease();
        if (lease.compareTo(settings.minLease()) < 0 || lease.compareTo(settings.maxLease()) > 0) {
            return new Step.Refuse(new Refusal.LeaseOutOfRange(lease, settings.minLease(), settings.maxLease()));
        }
        Session known = live.session(command.session()).orElse(null);
        if (known == null && live.sessions().size() >= settings.maxSessions()) {
            return new Step.Refuse(new Refusal.TooManySessions(settings.maxSessions()));
        }
        List<Session> sessions = without(live, command.session());
        sessions.add(renewed(known, command, Starts.afterDeclaration(live, now), now));
        return new Step.To(live.withSessions(sessions));
    }

    Step renew(Presence live, Renew command, Instant now) {
        return live.session(command.session())
                .map(known -> beat(
                        live,
                        new Beat(
                                known.id(),
                                known.platform(),
                                known.version(),
                                known.activity(),
                                command.lease(),
                                command.by()),
                        now))
                .orElse(new Step.To(live));
    }

    Step signOut(Presence live, SignOut command) {
        return new Step.To(live.withSessions(without(live, command.session())));
    }

    private static Session renewed(@Nullable Session known, Beat beat, Instant start, Instant now) {
        Instant since = known == null ? now : known.since();
        Instant activitySince = known == null || known.activity() != beat.activity() ? start : known.activitySince();
        return new Session(
                beat.session(),
                beat.platform(),
                beat.version(),
                beat.activity(),
                since,
                activitySince,
                now.plus(beat.lease()));
    }

    private static List<Session> without(Presence live, String id) {
        List<Session> others = new ArrayList<>(live.sessions());
        others.removeIf(session -> session.id().equals(id));
        return others;
    }
}
