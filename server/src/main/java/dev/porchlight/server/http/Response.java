package dev.porchlight.server.http;

import dev.porchlight.server.gate.Principal;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the one reply of a request, on the request's own event loop, whichever thread hands it over. */
final class Response {
    private static final CharSequence TRACKING = HttpHeaders.createOptimized("x-zm-trackingid");
    private static final long MOMENT_MILLIS = 1000;

    private final HttpServerRequest request;
    private final @Nullable Route route;
    private final Journal journal;
    private final @Nullable Context context = Vertx.currentContext();
    private final Buffer body;
    private Principal principal = Principal.NOBODY;

    /** @param body that came with the request */
    Response(HttpServerRequest request, @Nullable Route route, Buffer body, Journal journal) {
        this.request = request;
        this.route = route;
        this.body = body;
        this.journal = journal;
    }

    void setPrincipal(Principal known) {
        principal = known;
    }

    @SuppressWarnings("ReferenceEquality") // The very context, not an equal one.
    void send(Reply reply) {
        if (context == null || Vertx.currentContext() == context) {
            write(reply);
        } else {
            context.runOnContext(turn -> write(reply));
        }
    }

    /** Closes the connection without a reply, on purpose. */
    void drop() {
        Reply none = new Reply(0, null, "", Map.of(), "DROPPED");
        journal.answered(new Journal.Line(request, route, body, principal, none, journal.trackingId()));
        request.connection().close();
    }

    private void write(Reply reply) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        String trackingId = journal.trackingId();
        response.setStatusCode(reply.status()).putHeader(TRACKING, trackingId);
        reply.headers().forEach(response::putHeader);
        if (!request.isEnded()) {
            closeAfter(response);
        }
        // Before the reply: who has it finds its line in the log.
        journal.answered(new Journal.Line(request, route, body, principal, reply, trackingId));
        Buffer content = reply.body();
        Reply.Streamed streamed = reply.streamed();
        if (streamed != null) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, reply.contentType()).setChunked(true);
            StreamedBody.send(streamed, request, Objects.requireNonNull(context, "streams only from an event loop"));
        } else if (content == null) {
            response.end();
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, reply.contentType()).end(content);
        }
    }

    /**
     * What is left of the body would be taken for the next request, so there is none. A sender that is cut off at once may
     * lose the reply with it (RFC 9112, section 9.6), so it has a moment.
     */
    private void closeAfter(HttpServerResponse response) {
        response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        request.end().onComplete(end -> request.connection().close());
        if (context != null) {
            context.owner()
                    .setTimer(MOMENT_MILLIS, timer -> request.connection().close());
        }
    }
}
