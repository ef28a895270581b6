package dev.porchlight.client.watch;

import dev.porchlight.client.problem.PresenceError;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a watch's connection is. */
public sealed interface WatchState {
    record Connecting() implements WatchState {}

    /** Connected: the roster is current. */
    record Live() implements WatchState {}

    /**
     * Between two connections: the roster may be old.
     *
     * @param until the next try
     */
    record WaitingToReconnect(Instant until, PresenceError because) implements WatchState {}

    /**
     * For good.
     *
     * @param because null where it was closed on this side
     */
    record Ended(@Nullable PresenceError because) implements WatchState {}
}
