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
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/**
 * Reads HTTP like Vert.x, and takes for broken what it lets pass: words of the first line that are not parted by one blank,
 * and a target that is no address (RFC 9112, section 3), which a proxy in front might read otherwise; a version other than
 * 1.0 and 1.1, which it would answer with a 501 of its own; and a body whose end a proxy in front might see elsewhere, so that a second request could hide in
 * it (RFC 9112, section 11.2): a length next to a transfer encoding, or an encoding other than chunked.
 */
final class StrictDecoder extends VertxHttpRequestDecoder {
    private static final String NAME = "httpDecoder";
    private static final byte BLANK = ' ';

    /** Where the next word of the first line must start. */
    private int nextWord;

    private StrictDecoder(HttpServerOptions options) {
        super(options);
    }

    /** Takes over the reading of a connection that was just opened. */
    static void takeOver(HttpConnection connection, HttpServerOptions options) {
        ChannelHandlerContext context = ((ConnectionBase) connection).channelHandlerContext();
        context.pipeline().replace(NAME, NAME, new StrictDecoder(options));
    }

    @Override
    protected String splitFirstWordInitialLine(byte[] line, int start, int length) {
        nextWord = afterBlank(line, start + length);
        return super.splitFirstWordInitialLine(line, start, length);
    }

    @Override
    protected String splitSecondWordInitialLine(byte[] line, int start, int length) {
        requireNextWord(start);
        nextWord = afterBlank(line, start + length);
        return super.splitSecondWordInitialLine(line, start, length);
    }

    @Override
    protected String splitThirdWordInitialLine(byte[] line, int start, int length) {
        requireNextWord(start);
        return super.splitThirdWordInitialLine(line, start, length);
    }

    private static int afterBlank(byte[] line, int end) {
        return end < line.length && line[end] == BLANK ? end + 1 : -1;
    }

    private void requireNextWord(int start) {
        if (start != nextWord) {
            throw new IllegalArgumentException(
                    "first line (expected: method, target and version, one blank between them)");
        }
    }

    private static void requireAddress(String method, String target) {
        boolean isAddress = target.startsWith("/")
                || target.equals("*")
                || method.equals("CONNECT")
                || (target.regionMatches(true, 0, "http", 0, "http".length()) && isAbsolute(target));
        if (!isAddress) {
            throw new IllegalArgumentException("target " + target + " (expected: a path)");
        }
    }

    private static boolean isAbsolute(String target) {
        try {
            return new URI(target).getHost() != null;
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }

    @Override
    @SuppressWarnings(
            "ReferenceEquality") // Of "http/1.1" Netty makes another, equal one, and Vert.x knows only these two.
    protected HttpMessage createMessage(String[] initialLine) {
        requireAddress(initialLine[0], initialLine[1]);
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
