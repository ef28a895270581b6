package dev.porchlight.server.rate;

import java.time.Instant;

/**
 * Where an account stands after one more request.
 *
 * @param within whether the request is answered
 * @param period the one that is told of: the day where the label has a limit for it, unless the shorter one is used up
 * @param limit of that period
 * @param remaining in it
 * @param at when the request was counted
 * @param resets when the period is over
 */
public record Standing(
        Label label, boolean within, Period period, long limit, long remaining, Instant at, Instant resets) {

    /** What a limit is counted in. */
    public enum Period {
        /** A second, or the minute of what is resource-intensive. */
        BURST("QPS"),
        DAY("Daily-limit");

        private final String spelling;

        Period(String spelling) {
            this.spelling = spelling;
        }

        /** As {@code X-RateLimit-Type} spells it. */
        public String spelling() {
            return spelling;
        }
    }
}
