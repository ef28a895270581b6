package dev.porchlight.core.rule;

import dev.porchlight.core.presence.ClientVersion;
import dev.porchlight.core.presence.Status;
import java.time.Duration;
import java.time.Instant;

/** Why a command is not allowed now (semantics: Commands, "refused when"). */
public sealed interface Refusal {

    /** A declaration for somebody with no live session (semantics: Declare 1). */
    record NotSignedIn() implements Refusal {}

    /** The newest of the user's clients cannot go from one status to the other (semantics: Declare 2). */
    record ClientTooOld(ClientVersion newest, ClientVersion needed, Status from, Status to) implements Refusal {}

    /**
     * The minute of the last update is not over (semantics: Declare 3).
     *
     * @param secondsLeft at least 1, rounded up
     */
    record TooSoon(long secondsLeft) implements Refusal {}

    /** Do_Not_Disturb for a number of minutes outside of the range (semantics: Declare 4). */
    record DurationOutOfRange(int minutes, int max) implements Refusal {}

    /** Offline follows from absence; it can be neither declared nor claimed. */
    record NotSettable(Status status) implements Refusal {}

    record TooManySessions(int max) implements Refusal {}

    record LeaseOutOfRange(Duration lease, Duration min, Duration max) implements Refusal {}

    record TooManyClaims(int max) implements Refusal {}

    record EndNotInFuture(Instant until, Instant now) implements Refusal {}

    /** The rule's name, as logs and metrics print it. */
    default String rule() {
        return switch (this) {
            case NotSignedIn r -> "NOT_SIGNED_IN";
            case ClientTooOld r -> "CLIENT_TOO_OLD";
            case TooSoon r -> "TOO_SOON";
            case DurationOutOfRange r -> "DURATION_OUT_OF_RANGE";
            case NotSettable r -> "NOT_SETTABLE";
            case TooManySessions r -> "TOO_MANY_SESSIONS";
            case LeaseOutOfRange r -> "LEASE_OUT_OF_RANGE";
            case TooManyClaims r -> "TOO_MANY_CLAIMS";
            case EndNotInFuture r -> "END_NOT_IN_FUTURE";
        };
    }
}
