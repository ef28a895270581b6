package dev.porchlight.client.watch;

import dev.porchlight.client.problem.PresenceError;

/**
 * How a connection ended, and what follows from it (native-api: Watching).
 *
 * @param next whether to come back
 */
record Parting(Next next, PresenceError because) {
    private static final int TOKEN_ENDED = 4401;

    enum Next {
        /** Wait, then connect again. */
        COME_BACK,
        /** Only with another token. */
        COME_BACK_WITH_ANOTHER_TOKEN,
        /** Coming back will not help. */
        STAY_AWAY
    }

    static Parting closed(int code, String reason) {
        String why = reason.isEmpty() ? "without a word" : reason;
        String message = "The server ended the watch: " + why + " (" + code + ").";
        if (code == TOKEN_ENDED) {
            return new Parting(Next.COME_BACK_WITH_ANOTHER_TOKEN, new PresenceError.WatchEnded(code, message));
        }
        return code >= 4400 && code < 4500
                ? new Parting(Next.STAY_AWAY, new PresenceError.WatchEnded(code, message))
                : new Parting(Next.COME_BACK, new PresenceError.Broken(message));
    }

    static Parting broken(String message) {
        return new Parting(Next.COME_BACK, new PresenceError.Broken(message));
    }

    /** No connection came about. */
    static Parting failed(PresenceError error) {
        return switch (error) {
            case PresenceError.Refused refused
            when refused.status() == 401 -> new Parting(Next.COME_BACK_WITH_ANOTHER_TOKEN, error);
            case PresenceError.Refused refused ->
                new Parting(mayHelp(refused.status()) ? Next.COME_BACK : Next.STAY_AWAY, error);
            case PresenceError.NotUnderstood strange ->
                new Parting(mayHelp(strange.answer().status()) ? Next.COME_BACK : Next.STAY_AWAY, error);
            case PresenceError.NoToken none when none.reply().isPresent() -> new Parting(Next.STAY_AWAY, error);
            case PresenceError.NoToken none -> new Parting(Next.COME_BACK, error);
            case PresenceError.NoConnection none -> new Parting(Next.COME_BACK, error);
            case PresenceError.Broken broken -> new Parting(Next.COME_BACK, error);
            case PresenceError.TimedOut late -> new Parting(Next.COME_BACK, error);
            case PresenceError.NotOnZoom zoom -> new Parting(Next.STAY_AWAY, error);
            case PresenceError.TooSoon soon -> new Parting(Next.COME_BACK, error);
            case PresenceError.WatchEnded ended -> new Parting(Next.STAY_AWAY, error);
            case PresenceError.ClientClosed closed -> new Parting(Next.STAY_AWAY, error);
        };
    }

    private static boolean mayHelp(int status) {
        return status == 429 || status == 408 || status >= 500;
    }
}
