package dev.porchlight.store.valkey.shard;

import dev.porchlight.engine.port.StoreUnavailableException;
import dev.porchlight.store.valkey.line.Lines;
import dev.porchlight.store.valkey.line.Script;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Function;

/** One server, no patience. */
public final class BareLines implements Lines {
    private final RedisClient client;
    private final StatefulRedisConnection<byte[], byte[]> connection;
    private final StatefulRedisPubSubConnection<byte[], byte[]> hearing;
    private final Map<ByteBuffer, CopyOnWriteArraySet<Ear>> ears = new ConcurrentHashMap<>();
    private volatile boolean closed;

    public BareLines(String uri) {
        client = RedisClient.create(uri);
        connection = client.connect(ByteArrayCodec.INSTANCE);
        hearing = client.connectPubSub(ByteArrayCodec.INSTANCE);
        hearing.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void smessage(byte[] channel, byte[] message) {
                ears.getOrDefault(ByteBuffer.wrap(channel), new CopyOnWriteArraySet<>())
                        .forEach(ear -> ear.heard(message));
            }
        });
    }

    @Override
    public <T> CompletionStage<T> ask(
            int slot, Function<RedisAsyncCommands<byte[], byte[]>, ? extends CompletionStage<T>> question) {
        return closed ? gone() : question.apply(connection.async());
    }

    private static <T> CompletionStage<T> gone() {
        return CompletableFuture.failedStage(new StoreUnavailableException("closed"));
    }

    @Override
    public <T> CompletionStage<T> ask(Script<T> script, List<byte[]> keys, List<byte[]> args) {
        if (closed) {
            return gone();
        }
        CompletionStage<Object> answer = connection
                .async()
                .eval(script.text(), script.output(), keys.toArray(byte[][]::new), args.toArray(byte[][]::new));
        return answer.thenApply(script.reading());
    }

    @Override
    public <T> CompletionStage<T> run(Script<T> script, List<byte[]> keys, List<byte[]> args) {
        return ask(script, keys, args);
    }

    @Override
    public CompletionStage<Void> listen(byte[] channel, Ear ear) {
        ears.computeIfAbsent(ByteBuffer.wrap(channel), c -> new CopyOnWriteArraySet<>())
                .add(ear);
        return hearing.async().ssubscribe(channel);
    }

    @Override
    public void unlisten(byte[] channel, Ear ear) {
        ears.get(ByteBuffer.wrap(channel)).remove(ear);
    }

    @Override
    public CompletionStage<Void> ready() {
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void close() {
        closed = true;
        client.shutdown();
    }
}
