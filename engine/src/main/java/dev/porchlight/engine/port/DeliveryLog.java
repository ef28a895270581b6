package dev.porchlight.engine.port;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What became of deliveries: the last attempts of each subscription, and what is parked. */
public interface DeliveryLog {
    /** How many attempts of each subscription are kept. */
    int KEPT = 200;

    /** Notes an attempt that settles nothing. Does nothing where the subscription is no more. */
    CompletionStage<Void> note(String subscription, Deliveries.Attempt attempt);

    /** The last attempts, newest first. */
    CompletionStage<List<Deliveries.Attempt>> attempts(String subscription, int limit);

    /** Parked deliveries with a number above {@code after}, lowest first. */
    CompletionStage<List<Deliveries.Delivery>> parked(String subscription, long after, int limit);

    /** How a subscription stands. All 0 where there is none. */
    CompletionStage<Standing> standing(String subscription);

    /** Drops parked deliveries of the subscription whose event has {@code at < before}. Answers how many. */
    CompletionStage<Long> trim(String subscription, Instant before);

    /**
     * Counts of one subscription.
     *
     * @param last the number of the last delivery that was put into a lane
     */
    record Standing(long last, long waiting, long parked) {
        public static final Standing NONE = new Standing(0, 0, 0);
    }
}
