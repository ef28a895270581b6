package dev.porchlight.client.update;

import dev.porchlight.client.problem.PresenceError;
import java.time.Instant;

/** What became of an update. */
public sealed interface Fate {

    /**
     * The server took it.
     *
     * @param at when its answer came
     */
    record Sent(Instant at) implements Fate {}

    /** A newer update of the same user came before this one could be sent, and is sent in its place. */
    record Replaced() implements Fate {}

    /** It was not carried out, for this reason. */
    record Refused(PresenceError error) implements Fate {}

    /** It was sent, and no answer tells whether it was carried out. It is not sent again. */
    record Unclear(PresenceError error) implements Fate {}
}
