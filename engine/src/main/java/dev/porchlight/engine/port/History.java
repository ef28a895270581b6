package dev.porchlight.engine.port;

import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.directory.Written;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The committed events of each user, kept for a time, ordered by {@link PresenceEvent#at}, then by revision; written by the
 * ledger's commits. And who has read them, kept for the same time.
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

    /**
     * Somebody has read a user's history.
     *
     * @param at when it was read
     * @param by who, named as in {@link dev.porchlight.core.presence.Cause#by}
     * @param from the events asked for begin here
     * @param to and end before this; the same as {@code from} where one instant was asked for
     */
    record Reading(UserKey user, Instant at, String by, Instant from, Instant to) {}

    /** Keeps the trace of a reading, durably before it answers. The same again changes nothing. */
    CompletionStage<Written> trace(Reading reading);

    /**
     * Who has read the user's history, with {@code from <= at < to}, oldest first; those of one instant in the order traced.
     *
     * @param limit at most so many, the newest of them if there are more
     */
    CompletionStage<List<Reading>> readings(UserKey user, Instant from, Instant to, int limit);

    /** Drops the events and readings of all users with {@code at < before}. Answers how many of both. */
    CompletionStage<Long> trim(Instant before);
}
