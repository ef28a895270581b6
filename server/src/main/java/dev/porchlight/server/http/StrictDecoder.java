package dev.porchlight.server.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.List;

/**
 * Reads HTTP like Vert.x, and takes for broken what it lets pass: a version other than 1.0 and 1.1, which it would answer
 * with a 501 of its own, and a body whose end a proxy in front might see elsewhere, so that a second request could hide in
 * it (RFC 9112, section 11.2): a length next to a transfer encoding, or an encoding other than chunked.
 */
final class StrictDecoder extends VertxHttpRequestDecoder {
    private static final String NAME = "httpDecoder";

    private StrictDecoder(HttpServerOptions options) {
        super(options);
    }

    /** Takes over the reading of a connection that was just opened. */
    static void takeOver(HttpConnection connection, HttpServerOptions options) {
        ChannelHandlerContext context = ((ConnectionBase) connection).channelHandlerContext();
        context.pipeline().replace(NAME, NAME, new StrictDecoder(options));
    }

    @Override
    @SuppressWarnings(
            "ReferenceEquality") // Of "http/1.1" Netty makes another, equal one, and Vert.x knows only these two.
    protected HttpMessage createMessage(String[] initialLine) {
        HttpMessage message = super.createMessage(initialLine);
        HttpVersion version = message.protocolVersion();
        if (version != HttpVersion.HTTP_1_1 && version != HttpVersion.HTTP_1_0) {
            throw new IllegalArgumentException("version " + version + " (expected: HTTP/1.1)");
        }
        return message;
    }

    /** Called when the headers are complete, before the body's frame is chosen. What is thrown makes the request broken. */
    @Override
    protected boolean isContentAlwaysEmpty(HttpMessage message) {
        HttpHeaders headers = message.headers();
        List<String> encodings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        if (!encodings.isEmpty() && headers.contains(HttpHeaderNames.CONTENT_LENGTH)) {
            throw new IllegalArgumentException("both a length and a transfer encoding (expected: one of them)");
        } else if (encodings.size() > 1 || !encodings.stream().allMatch("chunked"::equalsIgnoreCase)) {
            throw new IllegalArgumentException("transfer encoding " + encodings + " (expected: chunked)");
        }
        return super.isContentAlwaysEmpty(message);
    }
}
