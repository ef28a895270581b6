package dev.porchlight.server.house;

import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Problems;
import dev.porchlight.server.http.Reply;
import dev.porchlight.wire.Json;
import dev.porchlight.wire.Problem;
import dev.porchlight.wire.Read;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Reads the JSON bodies of the native surface and of {@code /v2/users}. */
public final class Bodies {
    private Bodies() {}

    /** Hands the body's record on, or answers what is wrong with the body. */
    public static <T extends Record> CompletionStage<Reply> read(
            Call call, Class<T> type, Function<T, CompletionStage<Reply>> then) {
        List<String> types = call.headerValues("Content-Type");
        if (types.stream().anyMatch(Bodies::notJson)) {
            return CompletableFuture.completedStage(Problems.unsupportedType(
                    "Content-Type: " + String.join(", ", types) + " (expected: application/json)"));
        }
        return switch (Json.read(call.bytes(), type)) {
            case Read.Good<T> good -> then.apply(good.value());
            case Read.Bad<T> bad -> CompletableFuture.completedStage(malformed(bad.problem()));
        };
    }

    private static Reply malformed(Problem problem) {
        return Problems.problem(400, problem, "VALIDATION");
    }

    private static boolean notJson(String type) {
        String media = type.split(";", 2)[0].strip();
        return !media.equalsIgnoreCase("application/json")
                && !media.toLowerCase(java.util.Locale.ROOT).endsWith("+json");
    }
}
