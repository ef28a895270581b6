package dev.porchlight.server.house;

import dev.porchlight.server.body.Fields;
import dev.porchlight.server.body.Malformed;
import dev.porchlight.server.body.RequestBody;
import dev.porchlight.server.body.StatusRequest;
import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Problems;
import dev.porchlight.server.http.Reply;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Reads the body of a request to set a status, in any of the three forms that clients send. */
public final class StatusBodies {
    private StatusBodies() {}

    /** Hands the wanted status on, or answers what is wrong with the body. */
    public static CompletionStage<Reply> read(Call call, Function<StatusRequest.Wanted, CompletionStage<Reply>> then) {
        return switch (RequestBody.parse(call.headerValues("Content-Type"), call.bytes())) {
            case Malformed malformed ->
                CompletableFuture.completedStage(
                        Problems.problem(malformed.httpStatus(), malformed.problem(), "MALFORMED"));
            case Fields fields ->
                switch (StatusRequest.of(fields)) {
                    case StatusRequest.Invalid invalid ->
                        CompletableFuture.completedStage(Problems.invalid(invalid.errors()));
                    case StatusRequest.Wanted wanted -> then.apply(wanted);
                };
        };
    }
}
