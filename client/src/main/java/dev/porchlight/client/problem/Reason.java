package dev.porchlight.client.problem;

/** Kinds of refusals, from HTTP's status and Zoom's code (zoom-wire: PUT presence_status). */
public enum Reason {
    /** No token, a bad one, or one whose time is over. */
    TOKEN,
    /** The token has none of the scopes that are needed. */
    SCOPE,
    /** The token does not reach this user. */
    FORBIDDEN,
    /** A field is missing or holds what it cannot hold. */
    INVALID,
    /** No such user, or one of another account. */
    UNKNOWN_USER,
    /** The user is not signed in, or only with clients that are too old. */
    NOT_SIGNED_IN,
    /** Too many requests: of this user within a minute, or of the account. */
    TOO_SOON,
    /** The server cannot answer now. */
    UNAVAILABLE,
    OTHER;

    private static final int MISSING_SCOPE = 4711;
    private static final int NO_ME = 4700;
    private static final int NO_PERMISSION = 5411;
    private static final int CANNOT_UPDATE = 5301;
    private static final int VALIDATION = 300;
    private static final int NO_SUCH_USER = 1001;

    static Reason of(int status, int code) {
        return switch (code) {
            case MISSING_SCOPE, NO_ME -> SCOPE;
            case NO_PERMISSION -> FORBIDDEN;
            case CANNOT_UPDATE -> NOT_SIGNED_IN;
            case NO_SUCH_USER -> UNKNOWN_USER;
            default -> ofStatus(status, code);
        };
    }

    private static Reason ofStatus(int status, int code) {
        return switch (status) {
            case 401 -> TOKEN;
            case 403 -> FORBIDDEN;
            case 429 -> TOO_SOON;
            default -> status >= 500 ? UNAVAILABLE : code == VALIDATION ? INVALID : OTHER;
        };
    }
}
