package dev.porchlight.server.dev;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that runs on from where it was set, or stands still there. */
public final class DevClock implements InstantSource {
    private final InstantSource real;
    private volatile Setting setting;

    /**
     * Where it was set.
     *
     * @param realThen what the real clock showed at that moment
     */
    private record Setting(Instant shown, Instant realThen, boolean frozen) {}

    /** Shows the real time, until it is set. */
    public DevClock(InstantSource real) {
        this.real = real;
        Instant now = real.instant();
        this.setting = new Setting(now, now, false);
    }

    @Override
    public Instant instant() {
        Setting current = setting;
        return current.frozen()
                ? current.shown()
                : current.shown().plus(Duration.between(current.realThen(), real.instant()));
    }

    boolean frozen() {
        return setting.frozen();
    }

    /** Shows that instant from now on, and stands still there if it is to be frozen. */
    synchronized void set(Instant to, boolean frozen) {
        setting = new Setting(to, real.instant(), frozen);
    }
}
