package dev.porchlight.core.presence;

/**
 * Who or what changed a user's status, for the history.
 *
 * @param subject the session or source concerned, empty where there is none
 * @param by who sent the command, such as {@code user:ada} or {@code app:calendar-bot}; empty for the passing of time
 */
public record Cause(Kind kind, String subject, String by) {
    /** What happened. */
    public enum Kind {
        /** A declaration through the API. */
        API,
        /** A declaration by the user's own client. */
        CLIENT,
        WITHDRAWN,
        /** A session signed in, or became active or idle. */
        SESSION,
        SIGNED_OUT,
        CLAIMED,
        RELEASED,
        /** An end came: of a declaration, a claim or a lease. */
        TIME
    }
}
