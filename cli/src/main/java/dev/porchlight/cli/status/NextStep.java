package dev.porchlight.cli.status;

import dev.porchlight.cli.terminal.Column;
import dev.porchlight.cli.terminal.Failure;
import dev.porchlight.client.problem.PresenceError;
import dev.porchlight.client.problem.Reason;

/** What somebody can do about an error, in words. */
final class NextStep {
    private static final int NO_ME = 4700;

    private NextStep() {}

    static String after(PresenceError error) {
        return switch (error) {
            case PresenceError.Refused refused -> after(refused);
            case PresenceError.TooSoon soon -> later(error);
            case PresenceError.NoConnection none ->
                "Is the address right, and does the server run? On this machine, start one with: porchlight serve";
            case PresenceError.TimedOut late ->
                "Whether it was carried out is not known: look with: porchlight status get";
            case PresenceError.Broken broken ->
                "Whether it was carried out is not known: look with: porchlight status get";
            case PresenceError.NotUnderstood strange -> "Is it a Porchlight server, or Zoom's API?";
            case PresenceError.NoToken none -> "Sign in again with: porchlight login";
            case PresenceError.NotOnZoom zoom -> "Zoom has status set and status get.";
            case PresenceError.WatchEnded ended -> "";
            case PresenceError.ClientClosed closed -> "";
        };
    }

    static int exitStatus(PresenceError error) {
        return switch (error) {
            case PresenceError.Refused refused
            when refused.reason() == Reason.TOO_SOON || refused.reason() == Reason.UNAVAILABLE -> Failure.NOT_NOW;
            case PresenceError.TooSoon soon -> Failure.NOT_NOW;
            case PresenceError.NoConnection none -> Failure.NO_ANSWER;
            case PresenceError.TimedOut late -> Failure.NO_ANSWER;
            case PresenceError.Broken broken -> Failure.NO_ANSWER;
            case PresenceError.NotUnderstood strange -> Failure.NO_ANSWER;
            case PresenceError.NoToken none -> Failure.FAILED;
            case PresenceError.Refused refused -> Failure.FAILED;
            case PresenceError.NotOnZoom zoom -> Failure.FAILED;
            case PresenceError.WatchEnded ended -> Failure.FAILED;
            case PresenceError.ClientClosed closed -> Failure.FAILED;
        };
    }

    private static String after(PresenceError.Refused refused) {
        return switch (refused.reason()) {
            case TOKEN -> "Give a valid token with --token or PORCHLIGHT_TOKEN, or sign in with: porchlight login";
            case SCOPE ->
                refused.code() == NO_ME
                        ? "Name the user with --user: this token is nobody's own."
                        : "Give a token with one of these scopes.";
            case FORBIDDEN -> "Another user needs a token with a scope that ends in :admin.";
            case INVALID -> "";
            case UNKNOWN_USER -> "On a Porchlight server, see who there is with: porchlight user list";
            case NOT_SIGNED_IN ->
                "The user must be signed in with a client of 5.3.0 or newer. On a Porchlight server: porchlight session"
                        + " open USER --version 6.4.0";
            case TOO_SOON, UNAVAILABLE -> later(refused);
            case OTHER -> "";
        };
    }

    private static String later(PresenceError error) {
        String when = error.retryTime()
                .map(at -> "after " + Column.time(at.toString()))
                .orElse("in a minute");
        return "Try again " + when + ", or let status set wait for its turn with --wait.";
    }
}
