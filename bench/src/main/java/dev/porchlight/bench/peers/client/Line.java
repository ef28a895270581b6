package dev.porchlight.bench.peers.client;

import dev.porchlight.bench.peers.speech.Dialect;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/** One connection. */
final class Line {
    private static final byte[] NOTHING = new byte[0];

    private final Dialect.Talk talk;
    private final SocketChannel channel;
    private final SelectionKey key;
    private byte[] unheard = NOTHING;
    private byte[] unsaid;

    private Line(Dialect.Talk talk, SocketChannel channel, Selector selector) throws IOException {
        this.talk = talk;
        this.channel = channel;
        this.unsaid = talk.opening();
        this.key = channel.register(selector, SelectionKey.OP_CONNECT, this);
    }

    /** Begins to connect. */
    static Line open(InetSocketAddress server, Dialect.Talk talk, Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        channel.connect(server);
        return new Line(talk, channel, selector);
    }

    boolean isIn() {
        return channel.isConnected() && talk.isIn();
    }

    /** Sends what the server takes now, and the rest later. */
    void say(byte[] bytes) throws IOException {
        if (unsaid.length == 0) {
            write(bytes);
        } else {
            byte[] all = Arrays.copyOf(unsaid, unsaid.length + bytes.length);
            System.arraycopy(bytes, 0, all, unsaid.length, bytes.length);
            unsaid = all;
        }
    }

    private void write(byte[] bytes) throws IOException {
        int written = channel.write(ByteBuffer.wrap(bytes));
        unsaid = written == bytes.length ? NOTHING : Arrays.copyOfRange(bytes, written, bytes.length);
        key.interestOps(unsaid.length == 0 ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }

    /** Does what the connection is ready for. The buffer is anybody's between two calls. */
    void serve(byte[] buffer) throws IOException {
        if (key.isConnectable()) {
            channel.finishConnect();
            write(unsaid);
        } else {
            if (key.isWritable()) {
                write(unsaid);
            }
            if (key.isReadable()) {
                read(buffer);
            }
        }
    }

    private void read(byte[] buffer) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(buffer).put(unheard);
        if (channel.read(in) < 0) {
            throw new IOException("closed by the server");
        }
        int heard = talk.hear(buffer, 0, in.position());
        unheard = heard == in.position() ? NOTHING : Arrays.copyOfRange(buffer, heard, in.position());
    }

    /** Cuts the connection without a goodbye. */
    void cut() throws IOException {
        channel.close();
    }
}
