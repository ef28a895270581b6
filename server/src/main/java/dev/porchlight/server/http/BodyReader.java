package dev.porchlight.server.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a request's body up to a limit of bytes and of time. Called and answering on the request's event loop. */
final class BodyReader {
    /** A body that is still not there then is never going to be. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpServerRequest request;
    private final int limit;
    private Buffer read = Buffer.buffer(0);
    private boolean answered;
    private @Nullable Runnable endWaiting;

    BodyReader(HttpServerRequest request, int limit) {
        this.request = request;
        this.limit = limit;
    }

    /** What came of reading. */
    enum Outcome {
        WHOLE,
        TOO_LARGE,
        TOO_SLOW
    }

    /** Takes the body, empty unless it is whole. */
    interface Taker {
        void take(Buffer body, Outcome outcome);
    }

    void read(Taker taker) {
        if (announced() > limit) {
            answer(taker, Outcome.TOO_LARGE);
            return;
        }
        request.handler(part -> {
            if (!answered) {
                add(part, taker);
            }
        });
        request.endHandler(end -> answer(taker, Outcome.WHOLE));
        // A caller that goes away before the end has nobody to answer to.
        request.exceptionHandler(gone -> end());
        beginWaiting(taker);
    }

    /** Nearly every body has come whole by the end of this turn of the event loop, and needs no timer. */
    private void beginWaiting(Taker taker) {
        Context context = Objects.requireNonNull(Vertx.currentContext(), "not on an event loop");
        context.runOnContext(turn -> {
            if (!answered) {
                long timer = context.owner().setTimer(PATIENCE.toMillis(), late -> answer(taker, Outcome.TOO_SLOW));
                endWaiting = () -> context.owner().cancelTimer(timer);
            }
        });
    }

    private void add(Buffer part, Taker taker) {
        if (read.length() + part.length() > limit) {
            answer(taker, Outcome.TOO_LARGE);
        } else {
            read = read.length() == 0 ? part : read.appendBuffer(part);
        }
    }

    private void answer(Taker taker, Outcome outcome) {
        if (!answered) {
            end();
            taker.take(outcome == Outcome.WHOLE ? read : Buffer.buffer(0), outcome);
        }
    }

    /** The timer would hold on to the connection and all that came of it, long after they are gone. */
    private void end() {
        answered = true;
        if (endWaiting != null) {
            endWaiting.run();
            endWaiting = null;
        }
    }

    private long announced() {
        String length = request.getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            // The HTTP library has refused lengths that are none; a number beyond a long is too large all the same.
            return Long.MAX_VALUE;
        }
    }
}
