package dev.porchlight.bench.watch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Many watchers on one thread, as lean as can be, for they share the machine with the server. It counts what they are told
 * and notes when they were told last.
 */
public final class Crowd implements AutoCloseable {
    /** Some servers have short queues for new connections. */
    private static final int HANDSHAKES_IN_FLIGHT = 64;

    private static final int READ_BYTES = 64 << 10;

    private final InetSocketAddress server;
    private final Dialect dialect;
    private final int size;
    private final Selector selector;
    private final ByteBuffer buffer = ByteBuffer.allocate(READ_BYTES);
    private int begun;
    private int ready;
    private long heard;
    private long heardAt;
    private @Nullable Exception failure;

    private Crowd(InetSocketAddress server, Dialect dialect, int size) throws IOException {
        this.server = server;
        this.dialect = dialect;
        this.size = size;
        this.selector = Selector.open();
    }

    /** Connects so many watchers, and answers when each has been told all it has to know at the beginning. */
    public static Crowd gather(InetSocketAddress server, Dialect dialect, int size, Duration patience)
            throws IOException, InterruptedException {
        Crowd crowd = new Crowd(server, dialect, size);
        Thread.ofPlatform().name("crowd").daemon().start(crowd::run);
        crowd.await(patience, () -> crowd.ready == size);
        return crowd;
    }

    /** How much they have been told so far. */
    public synchronized long heard() {
        return heard;
    }

    /** Waits until they have been told so much in all. Answers when that was, by the clock of {@link System#nanoTime}. */
    public synchronized long heard(long target, Duration patience) throws InterruptedException {
        await(patience, () -> heard >= target);
        return heardAt;
    }

    private synchronized void await(Duration patience, Condition condition) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (failure == null && !condition.holds()) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new IllegalStateException(
                        "%,d of %,d watchers ready, told %,d times after %s".formatted(ready, size, heard, patience));
            }
            wait(left / 1_000_000 + 1);
        }
        if (failure != null) {
            throw new IllegalStateException("a watcher failed: " + failure, failure);
        }
    }

    private void run() {
        try {
            beginMore();
            while (selector.isOpen()) {
                selector.select(this::serve);
                beginMore();
            }
        } catch (IOException | RuntimeException e) {
            synchronized (this) {
                failure = e;
                notifyAll();
            }
        }
    }

    private void beginMore() throws IOException {
        while (selector.isOpen() && begun < size && begun - ready() < HANDSHAKES_IN_FLIGHT) {
            SocketChannel channel = SocketChannel.open(server);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, new Member(channel, dialect.talk(begun)));
            write(channel, dialect.opening(begun));
            begun++;
        }
    }

    private synchronized int ready() {
        return ready;
    }

    private void serve(SelectionKey key) {
        try {
            ((Member) key.attachment()).read();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized void note(int more, boolean nowReady) {
        if (more > 0) {
            heard += more;
            heardAt = System.nanoTime();
        }
        if (nowReady) {
            ready++;
        }
        notifyAll();
    }

    private static void write(SocketChannel channel, byte[] bytes) throws IOException {
        if (channel.write(ByteBuffer.wrap(bytes)) < bytes.length) {
            throw new IllegalStateException("the server does not read what little it is told");
        }
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    private interface Condition {
        boolean holds();
    }

    private final class Member {
        private final SocketChannel channel;
        private final Dialect.Talk talk;
        private byte[] rest = new byte[0];

        Member(SocketChannel channel, Dialect.Talk talk) {
            this.channel = channel;
            this.talk = talk;
        }

        void read() throws IOException {
            buffer.clear().put(rest);
            if (channel.read(buffer) < 0) {
                throw new IllegalStateException("the server has closed a watcher's connection");
            }
            buffer.flip();
            boolean wasReady = talk.isReady();
            int more = talk.hear(buffer, this::answer);
            rest = new byte[buffer.remaining()];
            buffer.get(rest);
            note(more, !wasReady && talk.isReady());
        }

        private void answer(byte[] bytes) {
            try {
                write(channel, bytes);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
