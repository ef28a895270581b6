package dev.porchlight.engine.port;

import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The committed events of each user, kept for a time. Written by the ledger's commits. */
public interface History {

    /**
     * Events with {@code from <= at < to}, oldest first.
     *
     * @param limit at most so many, the newest of them if there are more
     */
    CompletionStage<List<PresenceEvent>> between(UserKey user, Instant from, Instant to, int limit);

    /** The last event at or before the instant: what was shown then. */
    CompletionStage<Optional<PresenceEvent>> asOf(UserKey user, Instant instant);

    /** Drops events before the instant. Answers how many. */
    CompletionStage<Long> trim(Instant before);
}
