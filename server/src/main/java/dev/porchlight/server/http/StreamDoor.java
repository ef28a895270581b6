package dev.porchlight.server.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Takes over the connections of one route that the gate has let in. Called on an event loop: it must not block. */
@FunctionalInterface
public non-sealed interface StreamDoor extends Handling {
    /**
     * Takes the connection, or answers why not.
     *
     * @param request paused, its body not read
     * @return empty once the connection is the door's
     */
    CompletionStage<Optional<Reply>> open(Call call, HttpServerRequest request);
}
