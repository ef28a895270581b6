package dev.porchlight.bench.soak;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** When one session was renewed, as far as its client can know, and so when it may end and must. */
final class Lifeline {
    private static final int KEPT = 64;

    /** What is known of a renewal. */
    private enum Outcome {
        UNDER_WAY,
        DONE,
        UNKNOWN
    }

    /** A renewal. A sign-out is one for no time. */
    static final class Renewal {
        private final Instant sent;
        private final Duration lease;
        private Instant answered = Instant.MAX;
        private Outcome outcome = Outcome.UNDER_WAY;

        private Renewal(Instant sent, Duration lease) {
            this.sent = sent;
            this.lease = lease;
        }

        /** The end, if it was carried out when it was sent. */
        private Instant earliestEnd() {
            return sent.plus(lease);
        }

        private Instant latestEnd() {
            return outcome == Outcome.UNDER_WAY ? Instant.MAX : answered.plus(lease);
        }

        private boolean wasDoneBy(Instant at) {
            return outcome == Outcome.DONE && !answered.isAfter(at);
        }

        @Override
        public String toString() {
            return outcome + " " + sent + " to " + answered + " for " + lease;
        }
    }

    private final Deque<Renewal> renewals = new ArrayDeque<>();
    private boolean held;

    /** To be called before the server can know of it. */
    synchronized Renewal begin(Instant sent, Duration lease) {
        Renewal renewal = new Renewal(sent, lease);
        renewals.addLast(renewal);
        if (renewals.size() > KEPT) {
            renewals.removeFirst();
        }
        return renewal;
    }

    synchronized void done(Renewal renewal, Instant answered) {
        renewal.answered = answered;
        renewal.outcome = Outcome.DONE;
    }

    /** Nobody knows whether the server did it. */
    synchronized void unknown(Renewal renewal, Instant failed) {
        renewal.answered = failed;
        renewal.outcome = Outcome.UNKNOWN;
    }

    /** A connection holds it: it does not end. */
    synchronized void hold() {
        held = true;
    }

    synchronized void letGo() {
        held = false;
    }

    /** By when it has ended, as far as is known now. */
    synchronized Instant endsBy() {
        Instant end = held ? Instant.MAX : Instant.MIN;
        boolean certain = false;
        for (Iterator<Renewal> latest = renewals.descendingIterator(); latest.hasNext() && !certain; ) {
            Renewal renewal = latest.next();
            end = renewal.latestEnd().isAfter(end) ? renewal.latestEnd() : end;
            certain = renewal.outcome == Outcome.DONE;
        }
        return end;
    }

    /** Whether it may have been over at that instant. */
    synchronized boolean mayBeOverAt(Instant at) {
        for (Iterator<Renewal> latest = renewals.descendingIterator(); latest.hasNext(); ) {
            Renewal renewal = latest.next();
            if (!renewal.sent.isAfter(at)) {
                boolean over = !renewal.earliestEnd().isAfter(at);
                if (over || renewal.wasDoneBy(at)) {
                    return over;
                }
            }
        }
        return true;
    }

    @Override
    public synchronized String toString() {
        return (held ? "held, " : "") + renewals;
    }
}
