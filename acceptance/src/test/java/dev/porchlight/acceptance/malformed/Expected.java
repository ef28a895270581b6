package dev.porchlight.acceptance.malformed;

/** What the answers to an attack may be. None of them may be a 5xx, and none may be missing without the connection's end. */
enum Expected {
    /** The request is good: 2xx, or 429 for an update within the minute. The connection stays. */
    DONE,
    /** HTTP is in order, the request is not: a 4xx that follows all the rules of an error. */
    REFUSED,
    /** As before, or the connection ends first, because the server need not read what it refuses. */
    REFUSED_OR_CLOSED,
    /** HTTP is in order: any answer that follows the rules. */
    ANSWERED,
    /** HTTP itself is broken: a 4xx in any form, or the connection's end; never a success. */
    BROKEN,
    /** HTTP may be broken or not: any answer in any form, or the connection's end. */
    ANYTHING;

    boolean allows(int status) {
        return switch (this) {
            case DONE -> status / 100 == 2 || status == 429;
            // A 429 would be for an update that was about to be carried out.
            case REFUSED, REFUSED_OR_CLOSED, BROKEN -> status / 100 == 4 && status != 429;
            case ANSWERED, ANYTHING -> status / 100 != 5;
        };
    }

    /** Whether the connection may end without an answer. */
    boolean allowsSilence() {
        return switch (this) {
            case DONE, REFUSED, ANSWERED -> false;
            case REFUSED_OR_CLOSED, BROKEN, ANYTHING -> true;
        };
    }

    /** Whether an error must be JSON with code, message and tracking id. */
    boolean wantsProblem() {
        return switch (this) {
            case DONE, REFUSED, REFUSED_OR_CLOSED, ANSWERED -> true;
            case BROKEN, ANYTHING -> false;
        };
    }
}
