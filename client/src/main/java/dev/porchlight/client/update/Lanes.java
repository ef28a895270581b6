package dev.porchlight.client.update;

import dev.porchlight.client.http.Caller;
import dev.porchlight.client.problem.PresenceError;
import dev.porchlight.client.time.Time;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/**
 * Keeps the once-a-minute rule for its callers, user by user. A user is known here by the name in the request: an id and the
 * same user's e-mail address, or {@code me}, are lanes apart. A lane that has nothing to do is forgotten.
 */
public final class Lanes implements AutoCloseable {
    private final Delivery delivery;
    private final Time time;
    private final Duration window;
    private final Duration patience;
    private final Map<String, Lane> lanes = new HashMap<>();
    private boolean closed;

    /**
     * @param window after an accepted update, in which the next one would be refused
     * @param patience how long an update may wait
     */
    public Lanes(Caller caller, BodyFormat format, RandomGenerator random, Duration window, Duration patience) {
        this.delivery = new Delivery(caller, format, random, window);
        this.time = caller.time();
        this.window = window;
        this.patience = patience;
    }

    /** Sends the update now, or when it may be sent, unless a newer one comes before. */
    public CompletableFuture<Fate> offer(String user, StatusUpdate update) {
        while (true) {
            Lane lane;
            synchronized (lanes) {
                if (closed) {
                    return CompletableFuture.completedFuture(new Fate.Refused(isClosed()));
                }
                lane = lanes.computeIfAbsent(user, this::lane);
            }
            Optional<CompletableFuture<Fate>> taken = lane.offer(update);
            if (taken.isPresent()) {
                return taken.get();
            }
        }
    }

    /** How many users have an update under way, waiting, or less than a minute ago. */
    public int size() {
        synchronized (lanes) {
            return lanes.size();
        }
    }

    /** Refuses what waits. */
    @Override
    public void close() {
        List<Lane> open;
        synchronized (lanes) {
            closed = true;
            open = List.copyOf(lanes.values());
            lanes.clear();
        }
        open.forEach(lane -> lane.close(isClosed()));
    }

    private Lane lane(String user) {
        return new Lane(user, delivery, time, window, patience, () -> forget(user));
    }

    private void forget(String user) {
        synchronized (lanes) {
            Lane lane = lanes.get(user);
            if (lane != null && lane.retire()) {
                lanes.remove(user);
            }
        }
    }

    private static PresenceError isClosed() {
        return new PresenceError.ClientClosed("The client was closed before the update could be sent.");
    }
}
