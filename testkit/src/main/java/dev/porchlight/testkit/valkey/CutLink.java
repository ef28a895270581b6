package dev.porchlight.testkit.valkey;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A link to a server that can be cut as a cable is: connections stay open, new ones are taken, and nothing comes through in
 * either direction until it is mended.
 */
public final class CutLink implements AutoCloseable {
    private static final int CHUNK = 16_384;

    private final int target;
    private final ServerSocket door;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition mended = lock.newCondition();
    private boolean cut;
    private int newest;
    private int oldest;

    private CutLink(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** A whole one to a port of this machine. */
    public static CutLink to(RedisServer server) {
        try {
            CutLink link = new CutLink(server.port());
            Thread.ofVirtual().start(link::accept);
            return link;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String uri() {
        return "redis://127.0.0.1:" + door.getLocalPort();
    }

    public void cut() {
        set(true);
    }

    public void mend() {
        set(false);
    }

    /** Nothing comes through any more over the connections that are there; new ones work. */
    public void cutForThoseWhoAreThere() {
        lock.lock();
        try {
            oldest = ++newest;
        } finally {
            lock.unlock();
        }
    }

    private void set(boolean now) {
        lock.lock();
        try {
            cut = now;
            mended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(near);
                sockets.add(far);
                int born = now();
                Thread.ofVirtual().start(() -> carry(near, far, born));
                Thread.ofVirtual().start(() -> carry(far, near, born));
            } catch (IOException e) {
                // The door was closed, or the server is not there: whoever came sees it at once by a closed connection.
                closeAll();
            }
        }
    }

    private int now() {
        lock.lock();
        try {
            return newest;
        } finally {
            lock.unlock();
        }
    }

    private void carry(Socket from, Socket to, int born) {
        byte[] chunk = new byte[CHUNK];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                awaitWhole(born);
                out.write(chunk, 0, read);
            }
        } catch (IOException e) {
            // One end has closed; closing both is what the other has to see.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitWhole(int born) throws InterruptedException {
        lock.lock();
        try {
            while (cut || born < oldest) {
                mended.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private void closeAll() {
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        sockets.clear();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lock.lock();
        try {
            cut = false;
            oldest = 0;
            mended.signalAll();
        } finally {
            lock.unlock();
        }
        closeAll();
    }
}
