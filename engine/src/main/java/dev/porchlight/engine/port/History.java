package dev.porchlight.engine.port;

import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The committed events of each user, kept for a time, ordered by {@link PresenceEvent#at}, then by revision. Written by the
 * ledger's commits.
 */
public interface History {

    /**
     * Events with {@code from <= at < to}, oldest first.
     *
     * @param limit at most so many, the newest of them if there are more
     */
    CompletionStage<List<PresenceEvent>> between(UserKey user, Instant from, Instant to, int limit);

    /** The last event at or before the instant: what was shown then. Empty where there was none, or it was trimmed. */
    CompletionStage<Optional<PresenceEvent>> asOf(UserKey user, Instant instant);

    /** Drops the events of all users with {@code at < before}. Answers how many. */
    CompletionStage<Long> trim(Instant before);
}
