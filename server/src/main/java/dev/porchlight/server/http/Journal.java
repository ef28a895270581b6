package dev.porchlight.server.http;

import dev.porchlight.server.gate.Principal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts replies by route and status, and writes one log line for each refused request, never with a token in it. */
public final class Journal {
    /** For a server that nobody tests against. */
    public static final Consumer<Line> NO_READER = line -> {};

    private static final Logger log = LoggerFactory.getLogger("dev.porchlight.refused");

    private final MeterRegistry metrics;
    private final Map<Counted, Counter> replies = new ConcurrentHashMap<>();
    private final String trackingPrefix;
    private final AtomicLong tracked = new AtomicLong();
    private final Consumer<Line> reader;

    /** @param reader is told of each reply before it is sent, and must return at once */
    public Journal(MeterRegistry metrics, RandomGenerator random, Consumer<Line> reader) {
        this.metrics = metrics;
        this.reader = reader;
        this.trackingPrefix = "v=2.0;clid=porchlight;rid=WEB_%016x".formatted(random.nextLong());
    }

    /**
     * One answered request.
     *
     * @param route null where the path has none
     * @param body as far as it was read
     */
    public record Line(
            HttpServerRequest request,
            @Nullable Route route,
            Buffer body,
            Principal principal,
            Reply reply,
            String trackingId) {}

    private record Counted(@Nullable Route route, int status) {}

    String trackingId() {
        return trackingPrefix + Long.toHexString(tracked.incrementAndGet());
    }

    void answered(Line line) {
        replies.computeIfAbsent(new Counted(line.route(), line.reply().status()), this::counter)
                .increment();
        if (line.reply().rule() != null) {
            refused(line);
        }
        reader.accept(line);
    }

    private Counter counter(Counted counted) {
        Route route = counted.route();
        return Counter.builder("porchlight.http.replies")
                .description("Replies by route and status")
                .tag("method", route == null ? "any" : route.method().name())
                .tag("route", route == null ? "unknown" : route.path())
                .tag("status", Integer.toString(counted.status()))
                .register(metrics);
    }

    private static void refused(Line line) {
        if (log.isInfoEnabled()) {
            log.info(
                    "{} {} {} {} account={} by={} tracking={}",
                    printable(line.request().method().name()),
                    printable(line.request().path()),
                    line.reply().status(),
                    line.reply().rule(),
                    line.principal().account(),
                    line.principal().by(),
                    line.trackingId());
        }
    }

    /** A caller's text must not be able to begin a line of its own. */
    private static String printable(@Nullable String text) {
        String shown = text == null ? "-" : text.length() > 200 ? text.substring(0, 200) + "…" : text;
        return shown.codePoints().allMatch(c -> c > ' ' && c < 127) ? shown : shown.replaceAll("[^!-~]", "?");
    }
}
