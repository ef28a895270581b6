package dev.porchlight.store.valkey.line;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.netty.channel.EventLoop;
import java.util.function.Consumer;

/** Tells when a connection is lost. */
record Lost(EventLoop loop, Consumer<Throwable> then) implements RedisConnectionStateListener {
    static Throwable cause() {
        return new IllegalStateException("the connection was lost");
    }

    @Override
    public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
        loop.execute(() -> then.accept(cause()));
    }
}
