package dev.porchlight.wire;

import java.time.Instant;
import java.util.List;

/** Who has read a user's history, oldest first. */
public record HistoryReadersReply(String user, List<Reader> readers) {

    /**
     * One look at the history.
     *
     * @param at when
     * @param by who, such as {@code user:bob} or {@code app:calendar}
     * @param from the changes asked for begin here
     * @param to and end before this; the same as {@code from} where one instant was asked for
     */
    public record Reader(Instant at, String by, Instant from, Instant to) {}
}
