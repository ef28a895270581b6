package dev.porchlight.store.valkey.line;

import io.lettuce.core.RedisAsyncCommandsImpl;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.RedisCommand;
import io.netty.channel.EventLoop;
import java.util.concurrent.atomic.AtomicBoolean;

/** Commands that leave together, at the end of the turn of the connection's thread in which they were given. */
@SuppressWarnings("FutureReturnValueIgnored") // Nobody waits for a connection to close.
final class Wire extends RedisAsyncCommandsImpl<byte[], byte[]> {
    private final StatefulRedisConnection<byte[], byte[]> connection;
    private final EventLoop loop;
    private final AtomicBoolean leaving = new AtomicBoolean();
    private boolean detour;

    Wire(StatefulRedisConnection<byte[], byte[]> connection, EventLoop loop) {
        super(connection, ByteArrayCodec.INSTANCE);
        this.connection = connection;
        this.loop = loop;
        connection.setAutoFlushCommands(false);
    }

    @Override
    public <T> AsyncCommand<byte[], byte[], T> dispatch(RedisCommand<byte[], byte[], T> command) {
        if (detour) {
            detour = false;
            asking();
            detour = true;
        }
        AsyncCommand<byte[], byte[], T> sent = super.dispatch(command);
        if (!leaving.get() && leaving.compareAndSet(false, true)) {
            loop.execute(this::leave);
        }
        return sent;
    }

    /** Whether the next commands are for a slot that is only on its way here, which each of them has to say. */
    void detour(boolean now) {
        detour = now;
    }

    private void leave() {
        leaving.set(false);
        connection.flushCommands();
    }

    void close() {
        if (connection.isOpen()) {
            connection.closeAsync();
        }
    }
}
