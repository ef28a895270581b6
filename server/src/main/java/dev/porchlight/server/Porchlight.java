package dev.porchlight.server;

import dev.porchlight.engine.port.Store;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A running server. */
public final class Porchlight implements AutoCloseable {
    private final Wiring wiring;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Porchlight(Wiring wiring) {
        this.wiring = wiring;
    }

    /** The same on a store of the caller's, which is closed with the server. No control file is written. */
    public static Porchlight start(Settings settings, InstantSource clock, Store store) {
        return new Porchlight(Wiring.over(store, settings, clock));
    }

    public int port() {
        return wiring.listener().port();
    }

    /** Where it answers, such as {@code http://127.0.0.1:8484}. */
    public String uri() {
        return wiring.uri();
    }

    /** The administrator's token that was made for a new folder: to be shown once. */
    public Optional<String> newAdminToken() {
        return wiring.newAdminToken();
    }

    /** The token of whoever operates this process. It is valid until the server closes. */
    public String operatorToken() {
        return wiring.operatorToken();
    }

    /** Answers the requests under way, stores what was acknowledged, and ends. Closing twice is closing once. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            wiring.close();
        }
    }

    static String uri(String host, int port) {
        try {
            InetAddress address = InetAddress.getByName(host);
            String shown = address.isAnyLocalAddress() ? "127.0.0.1" : host;
            return "http://" + (shown.contains(":") ? "[" + shown + "]" : shown) + ":" + port;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("listening on a host without an address: " + host, e);
        }
    }
}
