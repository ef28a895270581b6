package dev.porchlight.core.rule;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import dev.porchlight.core.presence.Activity;
import dev.porchlight.core.presence.Answer;
import dev.porchlight.core.presence.Claim;
import dev.porchlight.core.presence.Declaration;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.Session;
import dev.porchlight.core.presence.Status;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the page says of one instant, written a second time to hold the rules against: it looks at what is stored and at
 * the instant alone, and remembers nothing of the ends before it.
 */
record Oracle(Status status, Instant until) {
    private static final List<Status> RANKS = List.of(
            Status.DO_NOT_DISTURB,
            Status.PRESENTING,
            Status.IN_A_ZOOM_MEETING,
            Status.ON_A_CALL,
            Status.IN_CALENDAR_EVENT,
            Status.BUSY,
            Status.OUT_OF_OFFICE,
            Status.AVAILABLE,
            Status.AWAY);

    static Oracle at(Presence stored, Instant now) {
        List<Session> sessions = stored.sessions().stream()
                .filter(session -> now.isBefore(session.leaseUntil()))
                .toList();
        List<Claim> claims = stored.claims().stream()
                .filter(claim -> claim.until() == null || now.isBefore(claim.until()))
                .sorted(comparingInt(Oracle::rank).thenComparing(Claim::since).thenComparing(Claim::source))
                .toList();
        Declaration declared = stored.declaration();
        boolean live = declared != null && (declared.until() == null || now.isBefore(declared.until()));
        if (sessions.isEmpty()) {
            return new Oracle(Status.OFFLINE, null);
        }
        return live ? declared(sessions, claims, declared) : undeclared(sessions, claims);
    }

    /** Every end of what is stored, in order. */
    static List<Instant> ends(Presence stored) {
        return Stream.of(
                        stored.sessions().stream().map(Session::leaseUntil),
                        stored.claims().stream().map(Claim::until),
                        Stream.ofNullable(stored.declaration()).map(Declaration::until))
                .flatMap(ends -> ends)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    boolean sameAs(Answer answer) {
        return status == answer.status() && Objects.equals(until, answer.until());
    }

    private static Oracle declared(List<Session> sessions, List<Claim> claims, Declaration declared) {
        if (declared.status() == Status.DO_NOT_DISTURB) {
            return new Oracle(declared.status(), declared.until());
        }
        boolean nobodyActive = sessions.stream().allMatch(session -> session.activity() == Activity.IDLE);
        Instant lastIdle = sessions.stream()
                .map(Session::activitySince)
                .max(comparing(at -> at))
                .orElseThrow();
        boolean gone = declared.status() == Status.AVAILABLE && nobodyActive && lastIdle.isAfter(declared.since());
        return claims.stream()
                .filter(claim -> rank(claim) <= 7 && claim.since().isAfter(declared.since()))
                .findFirst()
                .map(claim -> new Oracle(claim.status(), claim.until()))
                .orElse(new Oracle(gone ? Status.AWAY : declared.status(), declared.until()));
    }

    private static Oracle undeclared(List<Session> sessions, List<Claim> claims) {
        boolean active = sessions.stream().anyMatch(session -> session.activity() == Activity.ACTIVE);
        return claims.stream()
                .findFirst()
                .map(claim -> new Oracle(claim.status(), claim.until()))
                .orElse(new Oracle(active ? Status.AVAILABLE : Status.AWAY, null));
    }

    private static int rank(Claim claim) {
        return RANKS.indexOf(claim.status()) + 1;
    }
}
