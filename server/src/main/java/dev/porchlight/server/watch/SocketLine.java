package dev.porchlight.server.watch;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A WebSocket of the subprotocol {@code porchlight.v1}, on Netty's channel. */
@SuppressWarnings("FutureReturnValueIgnored") // What fails on the way ends in exceptionCaught.
final class SocketLine extends ChannelInboundHandlerAdapter implements Line {
    private static final Logger log = LoggerFactory.getLogger(SocketLine.class);

    /** How long the other side has to answer a close frame, before the connection is closed all the same. */
    private static final long MOMENT_SECONDS = 2;

    private final Channel channel;
    private @Nullable Ear ear;
    private @Nullable Runnable roomy;
    private boolean closing;

    /** Hears what the other side does. Called on the connection's event loop. */
    interface Ear {
        void text(String message);

        /** A sign of life without words. */
        void pong();

        /** What no client of ours sends. */
        void nonsense();

        /** The connection has ended; nothing comes after that. */
        void gone();
    }

    SocketLine(Channel channel) {
        this.channel = channel;
    }

    /** Tells the ear from now on. To be called before the event loop's next turn. */
    void tell(Ear listening) {
        ear = listening;
        listen(true);
    }

    @Override
    public void send(Encoded message) {
        channel.write(message.frame(), channel.voidPromise());
    }

    @Override
    public void flush() {
        channel.flush();
    }

    @Override
    public boolean isFull() {
        return !channel.isWritable();
    }

    @Override
    public void whenRoomy(Runnable call) {
        roomy = call;
    }

    @Override
    public void ping() {
        channel.writeAndFlush(new PingWebSocketFrame(Unpooled.EMPTY_BUFFER), channel.voidPromise());
    }

    @Override
    public void close(Parting parting) {
        closing = true;
        channel.writeAndFlush(new CloseWebSocketFrame(parting.code(), parting.reason()), channel.voidPromise());
        channel.eventLoop().schedule(() -> channel.close(), MOMENT_SECONDS, TimeUnit.SECONDS);
    }

    /** Reads on, or lets the other side wait. */
    void listen(boolean on) {
        channel.config().setAutoRead(on);
    }

    private Ear ear() {
        return Objects.requireNonNull(ear, "a line that nobody listens to");
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            hear(message);
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void hear(Object message) {
        switch (message) {
            case CloseWebSocketFrame close -> answer(close);
            case PingWebSocketFrame ping ->
                channel.writeAndFlush(new PongWebSocketFrame(ping.content().retain()), channel.voidPromise());
            case PongWebSocketFrame pong -> ear().pong();
            case TextWebSocketFrame text -> {
                if (!closing) {
                    ear().text(text.text());
                }
            }
            default -> ear().nonsense();
        }
    }

    private void answer(CloseWebSocketFrame close) {
        if (closing) {
            channel.close();
        } else {
            closing = true;
            channel.writeAndFlush(close.retain()).addListener(ChannelFutureListener.CLOSE);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        Runnable waiting = roomy;
        if (waiting != null && channel.isWritable()) {
            roomy = null;
            waiting.run();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        ear().gone();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable broken) {
        log.debug("a watcher's connection broke", broken);
        channel.close();
    }
}
