package dev.porchlight.server;

import dev.porchlight.engine.port.Store;
import dev.porchlight.wire.Control;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A running server. */
public final class Porchlight implements AutoCloseable {
    private final Premises premises;
    private final Optional<ControlFile> control;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Porchlight(Premises premises, Optional<ControlFile> control) {
        this.premises = premises;
        this.control = control;
        control.ifPresent(file -> file.write(
                new Control(uri(), operatorToken(), ProcessHandle.current().pid())));
    }

    /**
     * Starts on the settings' folder, or in memory, and answers from when this returns.
     *
     * @throws StartException with a message for people: the port is taken, the folder is in use or damaged, …
     */
    public static Porchlight start(Settings settings) {
        // Microseconds are as fine as clients can tell apart, and print in three digits less.
        return start(settings, Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS)));
    }

    /** The same with a clock of the caller's. */
    public static Porchlight start(Settings settings, InstantSource clock) {
        Premises premises = StartException.explaining(settings, () -> Premises.of(settings, clock));
        try {
            return new Porchlight(premises, control(settings));
        } catch (UncheckedIOException e) {
            premises.close();
            throw new StartException(
                    "Cannot start on " + settings.data() + ": " + e.getMessage() + ": " + e.getCause()
                            + ". Is there room on the disk?",
                    e);
        }
    }

    /** The same on a store of the caller's, which is closed with the server. No control file is written. */
    public static Porchlight start(Settings settings, InstantSource clock, Store store) {
        Premises premises = StartException.explaining(settings, () -> Premises.over(store, settings, clock));
        return new Porchlight(premises, Optional.empty());
    }

    /** Where commands of the same machine find the server; one that keeps nothing has no folder for it. */
    private static Optional<ControlFile> control(Settings settings) {
        return settings.dev().memory() ? Optional.empty() : Optional.of(new ControlFile(settings.data()));
    }

    public int port() {
        return premises.port();
    }

    /** Where it answers, such as {@code http://127.0.0.1:8484}. */
    public String uri() {
        return premises.uri();
    }

    /** The administrator's token that was made for a new folder: to be shown once. */
    public Optional<String> newAdminToken() {
        return premises.newAdminToken();
    }

    /** The token of whoever operates this process. It is valid until the server closes. */
    public String operatorToken() {
        return premises.operatorToken();
    }

    /** Rings every alarm that is due by the clock, as the server does by itself ten times a second. Answers how many. */
    public int ring() {
        return premises.ringing().run().toCompletableFuture().join();
    }

    /** Answers the requests under way, keeps what was acknowledged, and ends. Closing twice is closing once. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            control.ifPresent(ControlFile::remove);
            premises.close();
        }
    }

    static String uri(String host, int port) {
        try {
            String shown = InetAddress.getByName(host).isAnyLocalAddress() ? "127.0.0.1" : host;
            return "http://" + (shown.contains(":") ? "[" + shown + "]" : shown) + ":" + port;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("listening on a host without an address: " + host, e);
        }
    }
}
