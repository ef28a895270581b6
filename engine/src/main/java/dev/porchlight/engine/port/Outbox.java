package dev.porchlight.engine.port;

import dev.porchlight.core.presence.PresenceEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Committed events that wait to be carried out of the house. Each is handed out at least once, per user in order: while an
 * entry of a user is held or waits, no later one of that user is taken. It survives a crash; what was held is then handed
 * out again.
 */
public interface Outbox {

    /**
     * The oldest entries that are ready, lowest sequence first, at most one of each user.
     *
     * @param hold how long they are kept from the next take unless they are done or put back first: one at
     *     {@code now + hold} has them again
     */
    CompletionStage<List<Entry>> take(Instant now, int limit, Duration hold);

    /** Removes an entry. Removing it twice is removing it once. */
    CompletionStage<Void> done(Entry entry);

    /** Puts an entry back, one attempt older, not to be taken before the given instant. Does nothing to one that is done. */
    CompletionStage<Void> again(Entry entry, Instant notBefore);

    /** Drops entries whose event has {@code at < before}, however often they were tried. Answers how many. */
    CompletionStage<Long> trim(Instant before);

    /**
     * A committed event that waits for its delivery.
     *
     * @param sequence rises with every entry of the store, across restarts too
     * @param attempts how often it was put back
     */
    record Entry(long sequence, int attempts, PresenceEvent event) {}
}
