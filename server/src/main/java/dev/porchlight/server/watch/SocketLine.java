package dev.porchlight.server.watch;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;

/** A WebSocket of the subprotocol {@code porchlight.v1}. */
record SocketLine(ServerWebSocket socket) implements Line {
    private static final Buffer NOTHING = Buffer.buffer();

    @Override
    public void send(String json) {
        socket.writeTextMessage(json);
    }

    @Override
    public boolean isFull() {
        return socket.writeQueueFull();
    }

    @Override
    public void whenRoomy(Runnable call) {
        socket.drainHandler(roomy -> call.run());
    }

    @Override
    public void ping() {
        socket.writePing(NOTHING);
    }

    @Override
    public void close(Parting parting) {
        socket.close(parting.code(), parting.reason());
    }
}
