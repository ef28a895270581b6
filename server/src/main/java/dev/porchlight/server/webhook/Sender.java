package dev.porchlight.server.webhook;

import dev.porchlight.server.http.Listener;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Sends parcels, each over before its time is: whatever a receiver does with names, connections, headers or bodies, it ends
 * then. On an event loop of its own, so that no receiver takes time from anybody's requests.
 */
final class Sender implements AutoCloseable {
    /** How long a receiver has from the first look at its name to the last byte of its answer (zoom-wire: Webhooks). */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    /** More of an answer is not read. */
    static final int MAX_ANSWER = 16 * 1024;

    private static final String USER_AGENT = "Porchlight (like Zoom Marketplace/1.0a)";
    private static final String TRACKING = "v=2.0;clid=porchlight;rid=HOOK_";
    private static final int MAX_REASON = 200;
    private static final int MAX_HEADERS = 16 * 1024;
    private static final int MAX_PRELIMINARIES = 16;
    private static final int MAX_CONNECTIONS = 512;

    /** Receivers close what is idle after five seconds and more; what is sent into the closing would be lost. */
    private static final int IDLE_SECONDS = 2;

    private final WebhookSettings settings;
    private final InstantSource clock;
    private final InstantSource real;
    private final AtomicLong tracked = new AtomicLong();
    private @Nullable Outlet outlet;
    private volatile boolean closed;

    /**
     * @param clock tells the timestamp
     * @param real measures how long receivers take
     * @throws IllegalArgumentException when a file of the settings cannot be used
     */
    Sender(WebhookSettings settings, InstantSource clock, InstantSource real) {
        this.settings = settings;
        this.clock = clock;
        this.real = real;
        if (settings.authorities() != null || settings.certificate() != null) {
            outlet();
        }
    }

    /** What sends. Most servers have no webhooks, and need none. */
    private record Outlet(Vertx vertx, HttpClient client, Resolver resolver) {}

    private synchronized Outlet outlet() {
        if (outlet == null) {
            outlet = opened(options(settings));
        }
        return outlet;
    }

    private static Outlet opened(HttpClientOptions options) {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setPreferNativeTransport(true)
                .setEventLoopPoolSize(1)
                .setFileSystemOptions(Listener.NO_FILES)
                .setBlockedThreadCheckInterval(TimeUnit.MINUTES.toMillis(1)));
        PoolOptions pool = new PoolOptions().setHttp1MaxSize(MAX_CONNECTIONS);
        return new Outlet(vertx, vertx.createHttpClient(options, pool), Resolver.of(vertx));
    }

    private static HttpClientOptions options(WebhookSettings settings) {
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout((int) PATIENCE.toMillis())
                .setSslHandshakeTimeout(PATIENCE.toMillis())
                .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                .setKeepAliveTimeout(IDLE_SECONDS)
                .setMaxHeaderSize(MAX_HEADERS)
                .setDecompressionSupported(false)
                .setVerifyHost(true);
        if (settings.authorities() != null) {
            options.setTrustOptions(TrustOptions.wrap(Trust.with(settings.authorities())));
        }
        if (settings.certificate() != null && settings.key() != null) {
            options.setKeyCertOptions(new PemKeyCertOptions()
                    .setCertPath(settings.certificate().toString())
                    .setKeyPath(settings.key().toString()));
        }
        return options;
    }

    /**
     * Sends it once. What went wrong is in the answer; it fails only where the server closes, so that nobody takes its end for
     * the receiver's.
     */
    CompletionStage<Answer> send(Parcel parcel) {
        if (closed) {
            return CompletableFuture.failedStage(closing());
        }
        return switch (Target.parse(parcel.url(), settings.privateTargets())) {
            case Target.Parsed.Good(var target) -> new Sending(outlet(), parcel, target).begin();
            case Target.Parsed.Bad(var expected) ->
                Future.succeededFuture(new Answer(0, 0, "its address is not allowed (expected: " + expected + ")", ""))
                        .toCompletionStage();
        };
    }

    /** Without the lock: what is cut off by it may be about to send the next. */
    @Override
    public void close() {
        Outlet open;
        synchronized (this) {
            closed = true;
            open = outlet;
        }
        if (open != null) {
            open.vertx().close().await();
        }
    }

    private static CancellationException closing() {
        return new CancellationException("the server closes");
    }

    /** One parcel under way. All of it happens on the one event loop. */
    private final class Sending {
        private final Outlet outlet;
        private final Parcel parcel;
        private final Target target;
        private final Promise<Answer> answer = Promise.promise();
        private final Buffer body = Buffer.buffer();
        private final Instant start = real.instant();
        private @Nullable HttpClientRequest request;
        private int status;
        private int preliminaries;
        private boolean over;

        Sending(Outlet outlet, Parcel parcel, Target target) {
            this.outlet = outlet;
            this.parcel = parcel;
            this.target = target;
        }

        CompletionStage<Answer> begin() {
            outlet.vertx().runOnContext(now -> {
                outlet.vertx()
                        .setTimer(
                                PATIENCE.toMillis(), timer -> cut("no whole answer in " + PATIENCE.toSeconds() + " s"));
                outlet.resolver()
                        .resolve(target.host())
                        .onSuccess(addresses -> Target.chosen(addresses, settings.privateTargets())
                                .ifPresentOrElse(this::connect, () -> cut("an address that is not of the Internet")))
                        .onFailure(failure -> cut("unknown name: " + target.host()));
            });
            return answer.future().toCompletionStage();
        }

        /** To the very address that was looked at; the name is for the receiver and its certificate. */
        private void connect(InetAddress address) {
            if (over) {
                return;
            }
            outlet.client()
                    .request(new RequestOptions()
                            .setMethod(HttpMethod.POST)
                            .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, target.port())))
                            .setHost(target.host())
                            .setPort(target.port())
                            .setSsl(target.tls())
                            .setURI(target.file())
                            .setFollowRedirects(false))
                    .onSuccess(this::write)
                    .onFailure(failure -> cut(reason(failure)));
        }

        private void write(HttpClientRequest opened) {
            request = opened;
            if (over) {
                Future<Void> _ = opened.reset();
                return;
            }
            long timestamp = clock.instant().getEpochSecond();
            opened.putHeader("content-type", "application/json; charset=utf-8")
                    .putHeader("user-agent", USER_AGENT)
                    .putHeader("x-zm-request-timestamp", Long.toString(timestamp))
                    .putHeader("x-zm-signature", Signature.header(parcel.secret(), timestamp, parcel.body()))
                    .putHeader("x-zm-request-id", parcel.requestId())
                    .putHeader("x-zm-trackingid", TRACKING + Long.toHexString(tracked.incrementAndGet()));
            if (parcel.number() > 0) {
                opened.putHeader("porchlight-sequence", Long.toString(parcel.number()));
            }
            opened.earlyHintsHandler(hints -> preliminary()).continueHandler(hint -> preliminary());
            opened.send(Buffer.buffer(parcel.body())).onSuccess(this::read).onFailure(failure -> cut(reason(failure)));
        }

        private void preliminary() {
            if (++preliminaries > MAX_PRELIMINARIES) {
                cut("more than " + MAX_PRELIMINARIES + " preliminary answers");
            }
        }

        private void read(HttpClientResponse response) {
            status = response.statusCode();
            response.exceptionHandler(failure -> cut(reason(failure)))
                    .handler(this::append)
                    .endHandler(whole -> end("answered " + status));
        }

        private void append(Buffer chunk) {
            if (body.length() + chunk.length() > MAX_ANSWER) {
                cut("answered " + status + " and more than " + MAX_ANSWER / 1024 + " KiB");
            } else {
                body.appendBuffer(chunk);
            }
        }

        /** Ends with the connection. First the end: a reset tells of itself as one more failure. */
        private void cut(String note) {
            boolean first = !over;
            end(note);
            if (first && request != null) {
                Future<Void> _ = request.reset();
            }
        }

        private void end(String note) {
            if (over) {
                return;
            }
            over = true;
            if (closed) {
                answer.fail(closing());
            } else {
                long millis =
                        Math.max(0, Duration.between(start, real.instant()).toMillis());
                answer.complete(new Answer(status, millis, note, body.toString(StandardCharsets.UTF_8)));
            }
        }
    }

    /** On one line, and not longer than the log bears. */
    private static String reason(Throwable failure) {
        String said = failure instanceof SSLException ? "TLS: " + failure.getMessage() : failure.getMessage();
        String line = (said == null ? "the connection failed" : said).replaceAll("\\p{Cntrl}+", " ");
        return line.length() > MAX_REASON ? line.substring(0, MAX_REASON) : line;
    }
}
