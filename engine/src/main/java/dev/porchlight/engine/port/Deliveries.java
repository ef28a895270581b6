package dev.porchlight.engine.port;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.directory.Written;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * What waits to be sent to subscribers, in lanes: one for each user of each subscription, in which one delivery stands in
 * front until it is settled. It survives a crash. Who takes the same front twice sends it twice: callers keep apart what is
 * on its way.
 */
public interface Deliveries {

    /**
     * Takes entries out of the outbox and puts their letters into the lanes, all together. Each gets the next number of its
     * subscription, counted from 1 without holes. An entry that has left the outbox, and a letter to a subscription that is
     * no more, are passed over. Answers how many letters were put.
     */
    CompletionStage<Integer> post(List<Posting> postings);

    /**
     * The deliveries in front of their lanes that are due, earliest due first.
     *
     * @param limit at most so many
     */
    CompletionStage<List<Delivery>> due(String subscription, Instant now, int limit);

    /** When the earliest front of a subscription's lanes is due; empty where nothing waits. */
    CompletionStage<Optional<Instant>> next(String subscription);

    /**
     * What became of a delivery in front of its lane, with the attempt in the log. Where it is delivered or parked, the next
     * of the lane is due at once. Does nothing to one that is not in front.
     *
     * @param attempt tells at which instant it was
     */
    CompletionStage<Void> settle(Delivery delivery, Attempt attempt, Fate fate);

    /** Puts a parked delivery at the end of its lane as if it had never been tried. {@code MISSING} where it is not parked. */
    CompletionStage<Written> again(String subscription, long number, Instant now);

    /** An entry of the outbox and what is to be sent of it. */
    record Posting(Outbox.Entry entry, List<Letter> letters) {
        public Posting {
            letters = List.copyOf(letters);
        }
    }

    /**
     * One event for one subscription.
     *
     * @param event its name
     * @param body as it is sent, every time the same
     */
    record Letter(String subscription, String event, String body) {}

    /**
     * A letter with its number.
     *
     * @param number the subscription's own, from 1
     * @param attempts how often it was tried in vain
     * @param at when the change was decided
     */
    record Delivery(long number, int attempts, UserKey user, Instant at, Letter letter) {}

    /**
     * A try to send something.
     *
     * @param number of the delivery, or 0 for a proof of the receiver
     * @param at when it began
     * @param millis how long it took
     * @param status of the answer, or 0 where none came
     * @param note what became of it, in a person's words
     */
    record Attempt(long number, String event, String user, Instant at, long millis, int status, String note) {}

    /** What follows from an attempt. */
    sealed interface Fate {
        /** It has arrived. */
        record Delivered() implements Fate {}

        /** It is tried again; the lane waits until then. */
        record Later(Instant notBefore) implements Fate {}

        /** It is put aside, and the lane goes on. */
        record Parked() implements Fate {}
    }
}
