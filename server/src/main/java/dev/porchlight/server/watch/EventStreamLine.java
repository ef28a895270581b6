package dev.porchlight.server.watch;

import io.vertx.core.http.HttpServerResponse;

/** Server-sent events. The end of a stream has no code, so the reason is sent as a last event of the type {@code end}. */
record EventStreamLine(HttpServerResponse response) implements Line {

    @Override
    public void send(Encoded message) {
        response.write(message.event());
    }

    /** Nothing is held back. */
    @Override
    public void flush() {}

    @Override
    public boolean isFull() {
        return response.writeQueueFull();
    }

    @Override
    public void whenRoomy(Runnable call) {
        response.drainHandler(roomy -> call.run());
    }

    /** A comment: nobody answers it, but a peer that is gone lets the connection break. */
    @Override
    public void ping() {
        response.write(": still here\n\n");
    }

    @Override
    public void close(Parting parting) {
        response.end("event: end\ndata: {\"code\":" + parting.code() + ",\"reason\":\"" + parting.reason() + "\"}\n\n");
    }
}
