package dev.porchlight.client.update;

import dev.porchlight.client.problem.PresenceError;
import java.time.Instant;

/** How a delivery ended. */
sealed interface Outcome {
    record Taken() implements Outcome {}

    /** Nothing was changed; from then on it may be. */
    record Later(Instant at, PresenceError error) implements Outcome {}

    /** Nothing was changed, and will not be. */
    record Failed(PresenceError error) implements Outcome {}

    /** Nobody knows. */
    record Lost(PresenceError error) implements Outcome {}
}
