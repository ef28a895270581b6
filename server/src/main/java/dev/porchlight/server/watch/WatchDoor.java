package dev.porchlight.server.watch;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.Corridor;
import dev.porchlight.engine.directory.Users;
import dev.porchlight.server.gate.Principal;
import dev.porchlight.server.gate.Scopes;
import dev.porchlight.server.http.Call;
import dev.porchlight.server.http.Problems;
import dev.porchlight.server.http.Reply;
import dev.porchlight.wire.WatchRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /v1/watch}: opens a WebSocket or a stream of server-sent events, whichever is asked for. */
public final class WatchDoor {
    private static final Logger log = LoggerFactory.getLogger(WatchDoor.class);

    private final Watchers watchers;
    private final Wishes wishes;
    private final Corridor corridor;

    public WatchDoor(Watchers watchers, Users users, Corridor corridor) {
        this.watchers = watchers;
        this.wishes = new Wishes(users, watchers.fanOut());
        this.corridor = corridor;
    }

    /** Takes the connection over, or says why not. */
    public CompletionStage<Optional<Reply>> open(Call call, HttpServerRequest request) {
        boolean socket = request.canUpgradeToWebSocket();
        if (!socket && !accepts(call, "text/event-stream")) {
            return refused(Problems.problem(
                    406,
                    300,
                    "Watching needs a WebSocket upgrade or the header Accept: text/event-stream.",
                    "NOT_A_STREAM"));
        }
        Optional<String> session = call.queryParameter("session");
        if (session.isPresent() && !mayLease(call.principal())) {
            return refused(Problems.scopeMissing(Scopes.WRITE_PRESENCE));
        }
        if (!watchers.admit(call.principal())) {
            return refused(
                    Problems.problem(429, 429, "Too many connections of this access token.", "TOO_MANY_CONNECTIONS")
                            .with("Retry-After", "30"));
        }
        return socket ? openSocket(call, request, session.orElse(null)) : openStream(call, request);
    }

    private CompletionStage<Optional<Reply>> openSocket(
            Call call, HttpServerRequest request, @Nullable String session) {
        Context context = Objects.requireNonNull(Vertx.currentContext(), "not on an event loop");
        Optional<SocketLine> opened = Upgrade.open(request);
        if (opened.isEmpty()) {
            watchers.dismiss(call.principal());
            return refused(Problems.malformed("This is not the handshake of a WebSocket of version 13."));
        }
        SocketLine line = opened.get();
        Watcher watcher = watchers.begin(call.principal(), line, true, context);
        Optional<SessionLease> lease = Optional.ofNullable(session).map(id -> lease(call.principal(), id));
        new Conversation(watchers, wishes, watcher, line, lease).begin(initial(call));
        return CompletableFuture.completedStage(Optional.empty());
    }

    private CompletionStage<Optional<Reply>> openStream(Call call, HttpServerRequest request) {
        Context context = Objects.requireNonNull(Vertx.currentContext(), "not on an event loop");
        HttpServerResponse response = request.response();
        response.setChunked(true)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Accel-Buffering", "no");
        Watcher watcher = watchers.begin(call.principal(), new EventStreamLine(response), false, context);
        response.closeHandler(closed -> watchers.end(watcher));
        response.endHandler(ended -> watchers.end(watcher));
        response.exceptionHandler(broken -> log.debug("a watcher's connection broke", broken));
        request.resume();
        response.write("retry: 3000\n\n");
        wishes.grant(watcher, initial(call));
        return CompletableFuture.completedStage(Optional.empty());
    }

    private SessionLease lease(Principal principal, String session) {
        String user = Objects.requireNonNull(principal.user(), "only a user's token may lease");
        return new SessionLease(corridor, new UserKey(principal.account(), user), session, principal.by());
    }

    private static boolean mayLease(Principal principal) {
        return principal.user() != null && principal.hasAny(Scopes.WRITE_PRESENCE);
    }

    /** What the address asks for: {@code ?user=a&user=b&known=a:17}. */
    private static WatchRequest initial(Call call) {
        String query = call.query();
        Map<String, List<String>> parameters =
                query == null ? Map.of() : new QueryStringDecoder(query, false).parameters();
        Map<String, Long> known = new HashMap<>();
        parameters.getOrDefault("known", List.of()).forEach(pair -> {
            int colon = pair.lastIndexOf(':');
            String revision = pair.substring(colon + 1);
            if (colon > 0 && revision.matches("\\d{1,18}")) {
                known.put(pair.substring(0, colon), Long.parseLong(revision));
            }
        });
        return new WatchRequest(parameters.get("user"), null, known);
    }

    private static boolean accepts(Call call, String type) {
        return call.headerValues("Accept").stream().anyMatch(value -> value.contains(type));
    }

    private static CompletionStage<Optional<Reply>> refused(Reply reply) {
        return CompletableFuture.completedStage(Optional.of(reply));
    }
}
