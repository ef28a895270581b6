package dev.porchlight.core.presence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is stored of one user's presence. What has ended may still be in it; {@code Expiry.asOf} in the rules is the
 * one place that drops it.
 *
 * @param revision counts the commits; 0 when nothing was ever stored
 * @param sessions ordered by id
 * @param claims ordered by source
 * @param updatedAt when the API last set the declaration: the start of its minute; null if never
 * @param shown the answer that watchers were last told
 * @param changedAt when it changed: the instant of the last event; {@link Instant#EPOCH} where there was none
 */
public record Presence(
        UserKey user,
        long revision,
        List<Session> sessions,
        List<Claim> claims,
        @Nullable Declaration declaration,
        @Nullable Instant updatedAt,
        Answer shown,
        Instant changedAt) {

    private static final Comparator<Session> BY_ID = Comparator.comparing(Session::id);
    private static final Comparator<Claim> BY_SOURCE = Comparator.comparing(Claim::source);

    public Presence {
        sessions = ordered(sessions, BY_ID);
        claims = ordered(claims, BY_SOURCE);
    }

    /** A user of whom nothing is stored. */
    public static Presence none(UserKey user) {
        return new Presence(user, 0, List.of(), List.of(), null, null, Answer.NEVER_SEEN, Instant.EPOCH);
    }

    public Optional<Session> session(String id) {
        return sessions.stream().filter(session -> session.id().equals(id)).findFirst();
    }

    public Optional<Claim> claim(String source) {
        return claims.stream().filter(claim -> claim.source().equals(source)).findFirst();
    }

    public Presence withRevision(long newRevision) {
        return new Presence(user, newRevision, sessions, claims, declaration, updatedAt, shown, changedAt);
    }

    public Presence withSessions(List<Session> newSessions) {
        return new Presence(user, revision, newSessions, claims, declaration, updatedAt, shown, changedAt);
    }

    public Presence withClaims(List<Claim> newClaims) {
        return new Presence(user, revision, sessions, newClaims, declaration, updatedAt, shown, changedAt);
    }

    public Presence withDeclaration(@Nullable Declaration newDeclaration) {
        return new Presence(user, revision, sessions, claims, newDeclaration, updatedAt, shown, changedAt);
    }

    public Presence withUpdatedAt(@Nullable Instant newUpdatedAt) {
        return new Presence(user, revision, sessions, claims, declaration, newUpdatedAt, shown, changedAt);
    }

    public Presence withShown(Answer newShown) {
        return new Presence(user, revision, sessions, claims, declaration, updatedAt, newShown, changedAt);
    }

    public Presence withChangedAt(Instant newChangedAt) {
        return new Presence(user, revision, sessions, claims, declaration, updatedAt, shown, newChangedAt);
    }

    private static <T> List<T> ordered(List<T> list, Comparator<T> order) {
        for (int i = 1; i < list.size(); i++) {
            if (order.compare(list.get(i - 1), list.get(i)) > 0) {
                List<T> sorted = new ArrayList<>(list);
                sorted.sort(order);
                return List.copyOf(sorted);
            }
        }
        // Does not copy what is immutable already, so a presence made from another shares its lists.
        return List.copyOf(list);
    }
}
