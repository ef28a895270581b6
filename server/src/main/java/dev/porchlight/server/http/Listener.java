package dev.porchlight.server.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Listens on one address with several event loops, and hands every request to the dispatcher of the house behind it. */
public final class Listener implements AutoCloseable {
    private static final int MAX_REQUEST_LINE = 8 * 1024;
    private static final int MAX_HEADERS = 16 * 1024;
    private static final int ACCEPT_BACKLOG = 1024;
    /** 5000 users and their revisions fit. */
    private static final Duration IDLE = Duration.ofSeconds(75);

    /** Nothing is served from files, and a process that is killed would leave its cache of them behind. */
    public static final FileSystemOptions NO_FILES =
            new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);

    private final Vertx vertx;
    private final List<HttpServer> servers = new ArrayList<>();
    private final String host;
    private final Duration drain;
    private int port;

    private Listener(Vertx vertx, String host, Duration drain) {
        this.vertx = vertx;
        this.host = host;
        this.drain = drain;
    }

    /**
     * Opens the port.
     *
     * @param port 0 for any that is free
     * @param dispatcher of the house that stands behind the port at the moment
     * @param drain how long closing waits for requests under way
     * @throws java.util.concurrent.CompletionException when the address cannot be listened on
     */
    public static Listener open(
            String host, int port, int eventLoops, Duration drain, Supplier<Dispatcher> dispatcher) {
        VertxOptions options = new VertxOptions()
                .setPreferNativeTransport(true)
                .setEventLoopPoolSize(eventLoops)
                .setFileSystemOptions(NO_FILES)
                .setBlockedThreadCheckInterval(TimeUnit.MINUTES.toMillis(1));
        Listener listener = new Listener(Vertx.vertx(options), host, drain);
        try {
            listener.listen(port, eventLoops, dispatcher);
        } catch (Exception e) {
            listener.vertx.close().await();
            throw e;
        }
        return listener;
    }

    public int port() {
        return port;
    }

    public String host() {
        return host;
    }

    /** Takes no more connections, lets requests under way be answered, and frees the port. */
    @Override
    public void close() {
        Future.all(servers.stream()
                        .map(server -> server.shutdown(drain.toMillis(), TimeUnit.MILLISECONDS))
                        .toList())
                .await();
        vertx.close().await();
    }

    private void listen(int wanted, int eventLoops, Supplier<Dispatcher> dispatcher) {
        // Vert.x shares one free port among the servers of a negative number, and gives each its own for 0.
        int shared = wanted == 0 ? -1 : wanted;
        for (int i = 0; i < eventLoops; i++) {
            vertx.deployVerticle(context -> {
                        HttpServer server = vertx.createHttpServer(options())
                                .connectionHandler(connection -> StrictDecoder.takeOver(connection, options()))
                                .invalidRequestHandler(
                                        request -> dispatcher.get().handleBroken(request))
                                .requestHandler(request -> dispatcher.get().handle(request));
                        servers.add(server);
                        return server.listen(shared, host);
                    })
                    .await();
        }
        port = servers.getFirst().actualPort();
    }

    private static HttpServerOptions options() {
        return new HttpServerOptions()
                .setHttp2ClearTextEnabled(false)
                .setHandle100ContinueAutomatically(true)
                .setMaxInitialLineLength(MAX_REQUEST_LINE)
                .setMaxHeaderSize(MAX_HEADERS)
                .setAcceptBacklog(ACCEPT_BACKLOG)
                // Messages are short, and a compressor takes more memory than all the rest of a connection.
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setIdleTimeout((int) IDLE.toSeconds())
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setTcpNoDelay(true);
    }
}
