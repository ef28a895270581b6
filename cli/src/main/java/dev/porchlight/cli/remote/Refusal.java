package dev.porchlight.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.porchlight.cli.terminal.Failure;
import dev.porchlight.cli.terminal.Paint;

/** Puts a server's refusal into words. */
final class Refusal {
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
            case 404 -> problem.path("code").asInt() == 1001 ? "See who there is with: porchlight user list" : "";
            case 429, 503 -> "Try again in a moment.";
            default -> problem.isMissingNode() ? "Is it a Porchlight server?" : "";
        };
    }
}
