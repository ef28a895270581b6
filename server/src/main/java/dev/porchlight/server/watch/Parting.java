package dev.porchlight.server.watch;

/**
 * Why a watcher's connection ends, as WebSocket close codes: 44xx means that coming back the same way will not help, 45xx that
 * it will, after a while (docs/native-api.md, Watching).
 */
enum Parting {
    BAD_MESSAGE(4400, "a message that cannot be understood"),
    TOKEN_ENDED(4401, "the access token was revoked or has expired"),
    NO_SESSION(4404, "no such session: sign in first"),
    TOO_MANY_USERS(4413, "more users than one connection may watch"),
    FAILED(4500, "the server failed"),
    GOING_DOWN(4503, "the server is going down"),
    SILENT(4504, "no answer to pings"),
    TOO_SLOW(4508, "answers were not read in time");

    private final short code;
    private final String reason;

    Parting(int code, String reason) {
        this.code = (short) code;
        this.reason = reason;
    }

    short code() {
        return code;
    }

    String reason() {
        return reason;
    }
}
