package dev.porchlight.server.http;

import java.util.concurrent.CompletionStage;

/** Answers the requests of one route that the gate has let in. Called on an event loop: it must not block. */
@FunctionalInterface
public non-sealed interface Door extends Handling {
    CompletionStage<Reply> open(Call call);
}
