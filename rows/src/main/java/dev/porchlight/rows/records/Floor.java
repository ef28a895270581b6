package dev.porchlight.rows.records;

import java.time.Instant;

/**
 * An instant before which an index has no row. Rows go at its front all the time, and a scan has to step over all that went and
 * was not yet compacted; so it begins here.
 */
final class Floor {
    /** Held by whoever scans: one at a time. Never by a change, which must not wait for a scan. */
    final Object scanning = new Object();

    private Instant floor = Instant.MIN;
    private Instant earliestSet = Instant.MAX;

    /** Where a scan may begin. */
    synchronized Instant from() {
        earliestSet = Instant.MAX;
        return floor;
    }

    /** The first row that the scan saw. What was set while it ran it may not have seen. */
    synchronized void scanned(Instant first) {
        floor = earlier(first, earliestSet);
    }

    /** A row was written. */
    synchronized void set(Instant at) {
        floor = earlier(floor, at);
        earliestSet = earlier(earliestSet, at);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
