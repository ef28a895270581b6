package dev.porchlight.core.presence;

import java.time.Instant;

/**
 * A user's status or its end changed. It carries the whole answer, never a difference, so that a late, repeated or lost
 * event does no harm to whoever keeps the one with the highest revision.
 *
 * @param revision the revision that the commit of this change wrote
 * @param before the status shown until then
 * @param at when the change was decided; for an end that came, no earlier than the end
 */
public record PresenceEvent(UserKey user, long revision, Answer answer, Status before, Instant at, Cause cause) {}
