package dev.porchlight.server.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Reads a request's body up to a limit. Called and answering on the request's event loop. */
final class BodyReader {
    private final HttpServerRequest request;
    private final int limit;
    private Buffer read = Buffer.buffer(0);
    private boolean answered;

    BodyReader(HttpServerRequest request, int limit) {
        this.request = request;
        this.limit = limit;
    }

    /** Takes a body, or the news that it was longer than allowed. */
    interface Taker {
        void take(Buffer body, boolean tooLarge);
    }

    void read(Taker taker) {
        if (announced() > limit) {
            answer(taker, true);
            return;
        }
        request.handler(part -> {
            if (!answered) {
                add(part, taker);
            }
        });
        request.endHandler(end -> answer(taker, false));
        // A caller that goes away before the end has nobody to answer to.
        request.exceptionHandler(gone -> answered = true);
    }

    private void add(Buffer part, Taker taker) {
        if (read.length() + part.length() > limit) {
            answer(taker, true);
        } else {
            read = read.length() == 0 ? part : read.appendBuffer(part);
        }
    }

    private void answer(Taker taker, boolean tooLarge) {
        if (!answered) {
            answered = true;
            taker.take(tooLarge ? Buffer.buffer(0) : read, tooLarge);
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
