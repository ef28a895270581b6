package dev.porchlight.store.valkey.line;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.protocol.ProtocolVersion;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.DefaultEventLoopGroupProvider;
import io.lettuce.core.resource.Transports;
import io.lettuce.core.sentinel.api.StatefulRedisSentinelConnection;
import io.netty.channel.EventLoop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes connections, all on one thread, with the user, password, database and TLS of one address. None of them comes back by
 * itself: Lettuce would repeat what was under way, {@code WAIT} too.
 */
@SuppressWarnings("FutureReturnValueIgnored") // Nobody waits for a connection to close.
final class Dial implements AutoCloseable {
    /** How long a server may take to accept a connection, and to answer the first or any other command. */
    static final Duration TIMEOUT = Duration.ofSeconds(2);

    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final RedisURI like;
    private final String clientName;
    private final ClientResources resources;
    private final RedisClient client;
    private final EventLoop loop;
    private final Map<Address, CompletableFuture<StatefulRedisConnection<byte[], byte[]>>> inquiries =
            new ConcurrentHashMap<>();

    /**
     * Connects to nothing yet.
     *
     * @param like an address with what is the same for all of them
     * @param authorities who may vouch for a server; null for those whom the JDK trusts
     */
    Dial(RedisURI like, String clientName, @Nullable Path authorities) {
        this.like = like;
        this.clientName = clientName;
        DefaultEventLoopGroupProvider threads = new DefaultEventLoopGroupProvider(1);
        this.resources =
                DefaultClientResources.builder().eventLoopGroupProvider(threads).build();
        this.loop = threads.allocate(Transports.eventLoopGroupClass()).next();
        this.client = RedisClient.create(resources);
        client.setOptions(options(authorities));
    }

    private static ClientOptions options(@Nullable Path authorities) {
        SocketOptions socket =
                SocketOptions.builder().connectTimeout(TIMEOUT).tcpNoDelay(true).build();
        SslOptions.Builder ssl = SslOptions.builder().jdkSslProvider().handshakeTimeout(TIMEOUT);
        if (authorities != null) {
            ssl.trustManager(authorities.toFile());
        }
        return ClientOptions.builder()
                .autoReconnect(false)
                .maintNotificationsConfig(MaintNotificationsConfig.disabled())
                .protocolVersion(ProtocolVersion.RESP3)
                .socketOptions(socket)
                .sslOptions(ssl.build())
                .build();
    }

    /** The thread of all connections. */
    EventLoop loop() {
        return loop;
    }

    CompletionStage<StatefulRedisConnection<byte[], byte[]>> connect(Address address) {
        return client.connectAsync(ByteArrayCodec.INSTANCE, uri(address));
    }

    CompletionStage<StatefulRedisPubSubConnection<byte[], byte[]>> listen(Address address) {
        return client.connectPubSubAsync(ByteArrayCodec.INSTANCE, uri(address));
    }

    CompletionStage<StatefulRedisSentinelConnection<byte[], byte[]>> sentinel(RedisURI sentinel) {
        return client.connectSentinelAsync(ByteArrayCodec.INSTANCE, sentinel);
    }

    /** Asks one server something, over a connection that is kept for such questions until it fails. */
    <T> CompletionStage<T> inquire(
            Address address, Function<RedisAsyncCommands<byte[], byte[]>, ? extends CompletionStage<T>> question) {
        CompletableFuture<StatefulRedisConnection<byte[], byte[]>> connection =
                inquiries.computeIfAbsent(address, same -> connect(same).toCompletableFuture());
        return connection
                .thenCompose(open -> question.apply(open.async()))
                .orTimeout(2 * TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((answer, error) -> {
                    if (error != null && inquiries.remove(address, connection)) {
                        connection.whenComplete(Dial::close);
                    }
                });
    }

    private static void close(@Nullable StatefulRedisConnection<byte[], byte[]> connection, @Nullable Throwable error) {
        if (connection != null && connection.isOpen()) {
            connection.closeAsync();
        }
    }

    private RedisURI uri(Address address) {
        RedisURI uri = RedisURI.create(address.host(), address.port());
        uri.applyAuthentication(like);
        uri.applySsl(like);
        uri.setDatabase(like.getDatabase());
        uri.setClientName(clientName);
        uri.setTimeout(TIMEOUT);
        return uri;
    }

    @Override
    public void close() {
        client.shutdown(0, FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        resources.shutdown(0, FAREWELL.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly(FAREWELL.toMillis());
    }
}
