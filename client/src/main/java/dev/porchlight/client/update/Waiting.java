package dev.porchlight.client.update;

import dev.porchlight.client.problem.PresenceError;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** An update that is on its way or waits for it. */
final class Waiting {
    private final StatusUpdate update;
    private final Instant until;
    private final CompletableFuture<Fate> fate = new CompletableFuture<>();
    private int refusals;

    /** @param until its caller's patience lasts */
    Waiting(StatusUpdate update, Instant until) {
        this.update = update;
        this.until = until;
    }

    StatusUpdate update() {
        return update;
    }

    CompletableFuture<Fate> fate() {
        return fate;
    }

    /** Whether it is still wanted then. */
    boolean lasts(Instant at) {
        return !at.isAfter(until);
    }

    /** Counts a 429. */
    int refusedAgain() {
        return ++refusals;
    }

    void refuse(PresenceError error) {
        fate.complete(new Fate.Refused(error));
    }
}
