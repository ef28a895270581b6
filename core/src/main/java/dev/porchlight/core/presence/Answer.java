package dev.porchlight.core.presence;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What others are shown of a user.
 *
 * @param since when the status began; {@link Instant#EPOCH} for a user who was never signed in
 * @param until the end of the declaration or claim that shows, or null where it has none; a lease's end is not told
 */
public record Answer(Status status, Instant since, @Nullable Instant until) {
    /** The answer for somebody of whom nothing was ever stored. */
    public static final Answer NEVER_SEEN = new Answer(Status.OFFLINE, Instant.EPOCH, null);

    /** Whether watchers are told of this answer after the other: status or end differ. */
    public boolean differsFrom(Answer other) {
        return status != other.status || !Objects.equals(until, other.until);
    }
}
