package dev.porchlight.engine;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Work that comes due by itself: alarms, deliveries to try again. */
public interface Due {
    /** When the earliest of it is due; empty where there is none. */
    CompletionStage<Optional<Instant>> next();

    /**
     * Does what is due now, until nothing is due any more. Answers how much was done, 0 where others are at it. Fails if
     * the store does; what was not done stays due.
     */
    CompletionStage<Integer> run();
}
