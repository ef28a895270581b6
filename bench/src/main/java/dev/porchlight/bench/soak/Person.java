package dev.porchlight.bench.soak;

import java.time.Instant;

/**
 * A user and what is known of the clients: one that renews by requests, and one whose connection is its lease.
 *
 * @param id of the user
 */
record Person(String id, Lifeline phone, Lifeline desk) {

    Person(String id) {
        this(id, new Lifeline(), new Lifeline());
    }

    /** By when nobody may be shown online any more. */
    Instant onlineUntil() {
        Instant phoneEnds = phone.endsBy();
        Instant deskEnds = desk.endsBy();
        return phoneEnds.isAfter(deskEnds) ? phoneEnds : deskEnds;
    }

    /** Whether an answer of Offline that began then is right. */
    boolean mayBeOfflineAt(Instant at) {
        return phone.mayBeOverAt(at) && desk.mayBeOverAt(at);
    }
}
