package dev.porchlight.server.watch;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.Optional;

/**
 * Turns an HTTP connection into a WebSocket, in which Vert.x has no part any more: what it keeps for each connection is more
 * than all the rest of a watcher (decisions/0009-watchers-on-netty.md).
 */
final class Upgrade {
    private static final String SUBPROTOCOL = "porchlight.v1";
    private static final int MAX_MESSAGE = 512 << 10;
    private static final String IDLE_HANDLER = "idle";

    private static final WebSocketServerHandshakerFactory HANDSHAKERS = new WebSocketServerHandshakerFactory(
            "",
            SUBPROTOCOL,
            WebSocketDecoderConfig.newBuilder()
                    .maxFramePayloadLength(MAX_MESSAGE)
                    .allowExtensions(false)
                    .build());

    private Upgrade() {}

    /** The other side has been told that it is one; empty, and nothing is sent, where the request asks for no such thing. */
    static Optional<SocketLine> open(HttpServerRequest request) {
        FullHttpRequest asked = asked(request);
        WebSocketServerHandshaker handshaker = HANDSHAKERS.newHandshaker(asked);
        if (handshaker == null) {
            return Optional.empty();
        }
        ChannelHandlerContext vertx = ((ConnectionBase) request.connection()).channelHandlerContext();
        Channel channel = vertx.channel();
        try {
            ChannelFuture _ = handshaker.handshake(channel, asked, EmptyHttpHeaders.INSTANCE, channel.newPromise());
        } catch (WebSocketHandshakeException e) {
            return Optional.empty();
        }
        SocketLine line = new SocketLine(channel);
        ChannelPipeline pipeline = channel.pipeline();
        if (pipeline.get(IDLE_HANDLER) != null) {
            // Pings find out who is gone.
            pipeline.remove(IDLE_HANDLER);
        }
        pipeline.addBefore(vertx.name(), "fragments", new WebSocketFrameAggregator(MAX_MESSAGE));
        pipeline.replace(vertx.handler(), "watcher", line);
        return Optional.of(line);
    }

    private static FullHttpRequest asked(HttpServerRequest request) {
        HttpHeaders headers = new DefaultHttpHeaders();
        request.headers().forEach((name, value) -> headers.add(name, value));
        return new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1,
                HttpMethod.GET,
                request.uri(),
                Unpooled.EMPTY_BUFFER,
                headers,
                EmptyHttpHeaders.INSTANCE);
    }
}
