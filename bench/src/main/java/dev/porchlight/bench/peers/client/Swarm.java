package dev.porchlight.bench.peers.client;

import dev.porchlight.bench.peers.speech.Contacts;
import dev.porchlight.bench.peers.speech.Dialect;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The connections of many users, on the thread that calls: as lean as can be, for it shares the machine with the server, and
 * the same for every server.
 */
public final class Swarm implements AutoCloseable {
    /** Mosquitto's queue for new connections is 100. */
    private static final int HANDSHAKES_IN_FLIGHT = 64;

    private static final int READ_BYTES = 64 << 10;

    private final InetSocketAddress server;
    private final Dialect dialect;
    private final Contacts contacts;
    private final Picture picture;
    private final Selector selector;
    private final byte[] buffer = new byte[READ_BYTES];
    private final List<Line> users = new ArrayList<>();
    private final List<Line> writers = new ArrayList<>();
    private final BitSet entering = new BitSet();
    private int nextWriter;

    public Swarm(InetSocketAddress server, Dialect dialect, Contacts contacts) throws IOException {
        this.server = server;
        this.dialect = dialect;
        this.contacts = contacts;
        this.picture = new Picture(contacts);
        this.selector = Selector.open();
        for (int i = 0; i < dialect.writers(); i++) {
            writers.add(Line.open(server, dialect.writer(), selector));
        }
    }

    public Picture picture() {
        return picture;
    }

    /** Connects everybody, and returns when all is current. */
    public void gather(Duration patience) throws IOException {
        gather(contacts.users(), patience);
        until(picture::isCurrent, patience);
    }

    /** Connects the first users, so many, and returns when their handshakes are over. */
    public void gather(int first, Duration patience) throws IOException {
        until(() -> users.size() == first && entering.isEmpty(), patience, () -> enter(first));
    }

    private void enter(int first) throws IOException {
        for (int user = entering.nextSetBit(0); user >= 0; user = entering.nextSetBit(user + 1)) {
            entering.set(user, !users.get(user).isIn());
        }
        while (users.size() < first && entering.cardinality() < HANDSHAKES_IN_FLIGHT) {
            int user = users.size();
            long number = dialect.announces() ? picture.change(user, System.nanoTime()) : picture.newest(user);
            entering.set(user);
            users.add(Line.open(server, dialect.talk(user, contacts, number, new UsersEar(user)), selector));
        }
    }

    /** Cuts all users' connections at once. */
    public void cut() throws IOException {
        for (Line line : users) {
            line.cut();
        }
        users.clear();
        entering.clear();
        selector.selectNow();
        picture.forget();
    }

    /** Changes a user. Answers when that was written, by {@link System#nanoTime}. */
    public long change(int user) throws IOException {
        long now = System.nanoTime();
        byte[] change = dialect.change(user, contacts, picture.change(user, now));
        Line line = writers.isEmpty() ? users.get(user) : writers.get(nextWriter++ % writers.size());
        line.say(change);
        return now;
    }

    /** Serves the connections until that is so. */
    public void until(BooleanSupplier condition, Duration patience) throws IOException {
        until(condition, patience, () -> {});
    }

    private void until(BooleanSupplier condition, Duration patience, Step step) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        step.take();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("%,d of %,d users connected, %s after %s"
                        .formatted(users.size(), contacts.users(), picture, patience));
            }
            serve(100);
            step.take();
        }
    }

    /** Serves the connections until then, by {@link System#nanoTime}, to the millisecond. */
    public void until(long then) throws IOException {
        for (long left = then - System.nanoTime(); left > 0; left = then - System.nanoTime()) {
            serve(left / 1_000_000 + 1);
        }
    }

    private void serve(long millis) throws IOException {
        selector.select(this::serve, millis);
    }

    private void serve(SelectionKey key) {
        try {
            ((Line) key.attachment()).serve(buffer);
        } catch (IOException e) {
            throw new IllegalStateException("a connection failed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        cut();
        for (Line line : writers) {
            line.cut();
        }
        selector.close();
    }

    private interface Step {
        void take() throws IOException;
    }

    private final class UsersEar implements Dialect.Ear {
        private final int user;

        UsersEar(int user) {
            this.user = user;
        }

        @Override
        public void told(int about, long number) {
            picture.told(user, about, number, System.nanoTime());
        }

        @Override
        public void say(byte[] bytes) {
            try {
                users.get(user).say(bytes);
            } catch (IOException e) {
                throw new IllegalStateException("user " + user + " could not say a word: " + e.getMessage(), e);
            }
        }
    }
}
