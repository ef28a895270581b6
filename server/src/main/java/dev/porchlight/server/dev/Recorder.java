package dev.porchlight.server.dev;

import dev.porchlight.server.gate.Principal;
import dev.porchlight.server.http.Journal;
import dev.porchlight.wire.dev.RecordedRequest;
import dev.porchlight.wire.dev.RequestListReply;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Keeps the newest requests that arrived, so that a test can look at them: not those of the operator, who made the test. */
public final class Recorder implements Consumer<Journal.Line> {
    static final int KEPT = 1000;

    private final InstantSource clock;
    private final Deque<RecordedRequest> kept = new ArrayDeque<>();
    private long count;

    public Recorder(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void accept(Journal.Line line) {
        String path = line.request().path();
        boolean asked = path == null || !path.startsWith("/_dev/");
        if (asked && !line.principal().operator()) {
            keep(line, path == null ? "" : path);
        }
    }

    private synchronized void keep(Journal.Line line, String path) {
        count++;
        if (kept.size() == KEPT) {
            kept.removeFirst();
        }
        HttpServerRequest request = line.request();
        Principal principal = line.principal();
        String body = line.body().length() == 0 ? null : line.body().toString(StandardCharsets.UTF_8);
        kept.add(new RecordedRequest(
                count,
                clock.instant(),
                request.method().name(),
                path,
                Redaction.parameters(request.query()),
                headers(request),
                Redaction.body(request.getHeader("Content-Type"), body),
                principal.account().isEmpty() ? null : principal.account(),
                principal.by().isEmpty() ? null : principal.by(),
                line.reply().status(),
                line.reply().rule()));
    }

    synchronized RequestListReply all() {
        return new RequestListReply(new ArrayList<>(kept), count - kept.size());
    }

    synchronized void clear() {
        kept.clear();
        count = 0;
    }

    private static Map<String, List<String>> headers(HttpServerRequest request) {
        Map<String, List<String>> headers = new TreeMap<>();
        for (Map.Entry<String, String> header : request.headers()) {
            headers.computeIfAbsent(header.getKey().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(Redaction.header(header.getKey(), header.getValue()));
        }
        return headers;
    }
}
