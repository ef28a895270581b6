package dev.porchlight.core.presence;

/**
 * The one word that others see of a user. The order is the rank among claims, best first (semantics: Statuses); how a
 * status is spelled on the wire is not known here.
 */
public enum Status {
    DO_NOT_DISTURB,
    PRESENTING,
    IN_A_ZOOM_MEETING,
    ON_A_CALL,
    IN_CALENDAR_EVENT,
    BUSY,
    OUT_OF_OFFICE,
    AVAILABLE,
    AWAY,
    OFFLINE;

    /** Whether somebody may ask for this status: every one but {@link #OFFLINE}, which only follows from absence. */
    public boolean settable() {
        return this != OFFLINE;
    }

    /** Whether a newer claim of this status wins over a live declaration: the ranks 1 to 7 (semantics: answer 4). */
    public boolean interrupts() {
        return compareTo(OUT_OF_OFFICE) <= 0;
    }

    /** Whether a declaration of this status goes on while nobody is signed in (semantics: answer 2). */
    public boolean outlivesSessions() {
        return this == DO_NOT_DISTURB || this == BUSY || this == OUT_OF_OFFICE;
    }
}
