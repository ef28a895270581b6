package dev.porchlight.core.rule;

/** Which line of "The answer" in docs/semantics.md gave a status. */
public enum Line {
    /** Line 2. */
    NOBODY_SIGNED_IN,
    /** Line 3. */
    DO_NOT_DISTURB_DECLARED,
    /** Line 4, the declaration itself. */
    DECLARED,
    /** Line 4, a newer claim over the declaration. */
    NEWER_CLAIM,
    /** Line 4, a declared Available whose user has since gone idle. */
    IDLE_SINCE_DECLARED,
    /** Line 5, a claim. */
    CLAIMED,
    /** Line 5, a client in use. */
    ACTIVE_SESSION,
    /** Line 5, no client in use. */
    IDLE_SESSIONS
}
