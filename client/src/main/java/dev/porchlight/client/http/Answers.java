package dev.porchlight.client.http;

import dev.porchlight.client.problem.PresenceError;
import dev.porchlight.client.problem.PresenceException;
import dev.porchlight.client.problem.Reply;
import dev.porchlight.wire.Json;
import dev.porchlight.wire.Problem;
import dev.porchlight.wire.Read;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns replies into what they say, or into what is wrong with them. */
public final class Answers {
    private static final int SHOWN = 80;

    private Answers() {}

    /** The record that a successful reply holds. */
    public static <T extends Record> T read(Reply reply, Class<T> type) {
        return switch (Json.read(reply.body(), type)) {
            case Read.Good<T> good -> good.value();
            case Read.Bad<T> bad -> throw new PresenceException(notUnderstood(reply, detail(bad.problem()), null));
        };
    }

    /** What is wrong with a reply that is no success. */
    public static PresenceError error(Reply reply, Instant now) {
        Instant retryAt = RetryAfter.of(reply, now).orElse(null);
        if (reply.status() < 400) {
            return notUnderstood(reply, elsewhere(reply), retryAt);
        }
        if (reply.body().isBlank()) {
            return new PresenceError.Refused(reply, 0, "HTTP status " + reply.status() + ".", List.of(), retryAt);
        }
        return switch (Json.read(reply.body(), Problem.class)) {
            case Read.Good<Problem> good when isProblem(good.value()) -> refused(reply, good.value(), retryAt);
            case Read.Good<Problem> good -> notUnderstood(reply, "neither a code nor a message", retryAt);
            case Read.Bad<Problem> bad -> notUnderstood(reply, detail(bad.problem()), retryAt);
        };
    }

    static PresenceError.NotUnderstood notUnderstood(Reply reply, String why, @Nullable Instant retryAt) {
        String body = reply.body().strip();
        String shown = body.isEmpty() ? "" : ": " + (body.length() <= SHOWN ? body : body.substring(0, SHOWN) + "…");
        return new PresenceError.NotUnderstood(
                reply,
                "HTTP status " + reply.status() + " with a reply that is not the API's (" + why + ")" + shown,
                retryAt);
    }

    // Some servers put null or an object where Zoom has a sentence.
    @SuppressWarnings("ConstantConditions")
    private static boolean isProblem(Problem problem) {
        return problem.message() != null;
    }

    private static PresenceError refused(Reply reply, Problem problem, @Nullable Instant retryAt) {
        List<Problem.FieldError> fields = problem.errors();
        return new PresenceError.Refused(
                reply, problem.code(), problem.message(), fields == null ? List.of() : List.copyOf(fields), retryAt);
    }

    private static String elsewhere(Reply reply) {
        return reply.header("Location").map(to -> "sent on to " + to).orElse("not a success");
    }

    private static String detail(Problem problem) {
        List<Problem.FieldError> errors = problem.errors();
        return errors == null || errors.isEmpty()
                ? problem.message().toLowerCase(Locale.ROOT)
                : String.valueOf(errors.getFirst().message());
    }
}
