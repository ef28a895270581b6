package dev.porchlight.cli.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.porchlight.cli.terminal.Failure;
import dev.porchlight.cli.terminal.Output;
import dev.porchlight.cli.terminal.Paint;
import dev.porchlight.client.problem.PresenceError;
import dev.porchlight.client.problem.Reply;
import java.util.TreeMap;

/**
 * Says why presence could not be set or read: what came back, in the order in which Zoom's own sample prints it, and the next
 * step in words. With {@code --json}, one object.
 *
 * @param verbose whether to print the reply's headers
 * @param json whether a program reads
 */
record Complaint(boolean verbose, boolean json) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param purpose as in {@code "Cannot " + purpose} */
    Failure of(String purpose, PresenceError error) {
        String next = NextStep.after(error);
        int status = NextStep.exitStatus(error);
        if (json) {
            return new Failure(object(purpose, error, next), "", status);
        }
        StringBuilder what = new StringBuilder();
        error.reply().ifPresent(reply -> what.append(printed(reply)));
        what.append("Failed.\nCannot ").append(purpose).append(": ").append(sentence(error));
        return new Failure(what.toString(), next, status);
    }

    private String printed(Reply reply) {
        StringBuilder printed = new StringBuilder();
        if (!reply.body().isBlank()) {
            printed.append("Response Body:\n").append(pretty(reply.body())).append('\n');
        }
        printed.append("Response Status Code = ").append(reply.status()).append('\n');
        if (verbose) {
            printed.append("Response Header:\n");
            new TreeMap<>(reply.headers())
                    .forEach((name, values) -> values.forEach(value ->
                            printed.append(Paint.plain(name + ": " + value)).append('\n')));
        }
        return printed.toString();
    }

    private static String sentence(PresenceError error) {
        return Paint.plain(error.message());
    }

    private static String object(String purpose, PresenceError error, String next) {
        ObjectNode object = JSON.createObjectNode();
        object.put("failed", purpose);
        object.put("message", error.message());
        error.reply().ifPresent(reply -> object.put("http_status", reply.status()));
        if (error instanceof PresenceError.Refused refused) {
            object.put("code", refused.code());
            refused.fields()
                    .forEach(field -> object.withArray("errors")
                            .addObject()
                            .put("field", field.field())
                            .put("message", field.message()));
        }
        error.retryTime().ifPresent(at -> object.put("retry_at", at.toString()));
        if (!next.isEmpty()) {
            object.put("next", next);
        }
        return object.toString();
    }

    /** JSON over several lines; what is none, line by line as it is. */
    private static String pretty(String body) {
        try {
            return Output.pretty(JSON.readTree(body));
        } catch (JsonProcessingException e) {
            return String.join("\n", body.lines().map(Paint::plain).toList());
        }
    }
}
