package dev.porchlight.engine.port;

import dev.porchlight.core.presence.UserKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * When presences next change by themselves: one alarm a user, set or removed by the commit of the state. An alarm goes on
 * ringing until a commit replaces it, so a ringer that dies costs nothing.
 */
public interface Alarms {

    /**
     * Users whose alarm is at or before {@code now}, earliest first. Asking changes nothing.
     *
     * @param limit at most so many
     */
    CompletionStage<List<UserKey>> due(Instant now, int limit);

    /** The earliest alarm of all users; empty where none is set. */
    CompletionStage<Optional<Instant>> next();
}
