package dev.porchlight.server;

import dev.porchlight.engine.Due;
import dev.porchlight.engine.port.Store;
import dev.porchlight.server.dev.DevClock;
import dev.porchlight.server.gate.Secrets;
import dev.porchlight.server.http.Listener;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;

/** The open port, and the house behind it, which a reset replaces by a new one. */
final class Premises implements AutoCloseable {
    private final Settings settings;
    private final String operatorToken = new Secrets(new SecureRandom()).secret();
    private final Optional<String> newAdminToken;
    private final InstantSource real;
    private final Listener listener;
    private volatile Wiring house;

    private Premises(Settings settings, InstantSource real, Building building) {
        this.real = real;
        this.house = building.build(settings, site(settings));
        this.newAdminToken = house.newAdminToken();
        // Who has the token keeps it through a reset.
        this.settings = newAdminToken.map(settings::withAdminToken).orElse(settings);
        try {
            this.listener = Listener.open(
                    settings.host(),
                    settings.port(),
                    settings.eventLoops(),
                    settings.drain(),
                    () -> house.dispatcher());
        } catch (Exception e) {
            house.close();
            throw e;
        }
    }

    /** Puts a house together. */
    private interface Building {
        Wiring build(Settings settings, Site site);
    }

    /** On what the settings say. */
    static Premises of(Settings settings, InstantSource clock) {
        return new Premises(settings, clock, Wiring::of);
    }

    /** Over a store of the caller's. */
    static Premises over(Store store, Settings settings, InstantSource clock) {
        return new Premises(settings, clock, (given, site) -> Wiring.over(store, given, site));
    }

    int port() {
        return listener.port();
    }

    String uri() {
        return Porchlight.uri(settings.host(), listener.port());
    }

    Optional<String> newAdminToken() {
        return newAdminToken;
    }

    String operatorToken() {
        return operatorToken;
    }

    /** Carries out every end that is due by the clock. */
    Due ringing() {
        return house.ringing();
    }

    @Override
    public void close() {
        leave(settings.leave());
        house.farewell();
        listener.close();
        house.close();
    }

    /** Goes on answering for so long, while a load balancer finds out that it is to ask elsewhere. */
    private void leave(Duration over) {
        if (over.isZero()) {
            return;
        }
        house.leave(over);
        try {
            Thread.sleep(over);
        } catch (InterruptedException e) {
            // Whoever is in a hurry gets the short end.
            Thread.currentThread().interrupt();
        }
    }

    /** With a clock of its own for each house: what is under way in an old one moves no other. */
    private Site site(Settings given) {
        Optional<DevClock> clock = given.dev().on() ? Optional.of(new DevClock(real)) : Optional.empty();
        Executor blocking =
                call -> Thread.ofVirtual().name("porchlight-blocking").start(call);
        return new Site(
                clock.<InstantSource>map(moved -> moved).orElse(real),
                real,
                this::uri,
                operatorToken,
                blocking,
                clock.map(moved -> new Dev.Place(moved, reset(given), blocking)));
    }

    /** A folder is never emptied because of a request. */
    private Optional<Runnable> reset(Settings given) {
        return given.dev().memory() ? Optional.of(this::beginAgain) : Optional.empty();
    }

    private synchronized void beginAgain() {
        Wiring old = house;
        house = Wiring.of(settings, site(settings));
        old.farewell();
        old.close();
    }
}
