package dev.porchlight.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.porchlight.cli.terminal.Failure;
import dev.porchlight.cli.terminal.Paint;

/** Puts a server's refusal into words. */
final class Refusal {
    private static final int SCOPE_MISSING = 4711;
    private static final int NO_SUCH_USER = 1001;

    private Refusal() {}

    static Failure of(String purpose, int status, JsonNode problem) {
        return new Failure("Cannot " + purpose + ": " + reason(status, problem), next(status, problem));
    }

    private static String reason(int status, JsonNode problem) {
        StringBuilder reason = new StringBuilder(problem.path("message").asText("HTTP status " + status + "."));
        for (JsonNode error : problem.path("errors")) {
            reason.append("\n  ").append(error.path("message").asText());
        }
        return Paint.plain(reason.toString().replace("\n", "\u2028")).replace("\u2028", "\n");
    }

    private static String next(int status, JsonNode problem) {
        return switch (status) {
            case 401 ->
                "Give a valid token with --token or PORCHLIGHT_TOKEN. On the server's machine, --data DIR needs none.";
            case 400 -> problem.path("code").asInt() == SCOPE_MISSING ? scope(problem) : "";
            case 404 ->
                problem.path("code").asInt() == NO_SUCH_USER ? "See who there is with: porchlight user list" : "";
            case 429, 503 -> "Try again in a moment.";
            default -> problem.isMissingNode() ? "Is it a Porchlight server?" : "";
        };
    }

    private static String scope(JsonNode problem) {
        return problem.path("message").asText().contains("[operator]")
                ? "Only who can read the server's folder may do that: run it on the server's machine with --data DIR."
                : "Give a token with that scope; porchlight:admin includes all.";
    }
}
