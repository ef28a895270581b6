package dev.porchlight.server.http;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries a body from a thread that may block to the request's event loop, a chunk at a time: the next one is made when the
 * last one is on its way, so a slow reader costs time and no memory.
 */
final class StreamedBody extends OutputStream {
    private static final Logger log = LoggerFactory.getLogger(StreamedBody.class);
    private static final int CHUNK = 64 * 1024;

    private final HttpServerRequest request;
    private final Context context;
    private Buffer chunk = Buffer.buffer(CHUNK);

    private StreamedBody(HttpServerRequest request, Context context) {
        this.request = request;
        this.context = context;
    }

    /** Begins to send, and returns at once. */
    static void send(Reply.Streamed body, HttpServerRequest request, Context context) {
        Thread.ofVirtual().name("porchlight-stream").start(() -> {
            try (StreamedBody out = new StreamedBody(request, context)) {
                body.to(out);
                out.flush();
                context.runOnContext(turn -> request.response().end());
            } catch (IOException | RuntimeException e) {
                log.warn("{} {} was cut: {}", request.method(), request.path(), e.toString());
                cut(request, context);
            }
        });
    }

    private static void cut(HttpServerRequest request, Context context) {
        try {
            context.runOnContext(turn -> request.connection().close());
        } catch (RejectedExecutionException e) {
            log.debug("the event loop has ended, and its connections with it", e);
        }
    }

    @Override
    public void write(int octet) throws IOException {
        chunk.appendByte((byte) octet);
        if (chunk.length() >= CHUNK) {
            flush();
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        chunk.appendBytes(bytes, offset, length);
        if (chunk.length() >= CHUNK) {
            flush();
        }
    }

    @Override
    public void flush() throws IOException {
        if (chunk.length() == 0) {
            return;
        }
        Buffer full = chunk;
        chunk = Buffer.buffer(CHUNK);
        CompletableFuture<Void> sent = new CompletableFuture<>();
        context.runOnContext(turn -> request.response().write(full).onComplete(done -> {
            if (done.succeeded()) {
                sent.complete(null);
            } else {
                sent.completeExceptionally(done.cause());
            }
        }));
        try {
            sent.join();
        } catch (CompletionException e) {
            throw new IOException("the reader went away", e.getCause());
        }
    }
}
