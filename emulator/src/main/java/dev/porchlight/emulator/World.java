package dev.porchlight.emulator;

import dev.porchlight.server.RateSettings;
import dev.porchlight.server.rate.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What is there at the start, and again after each reset. */
public final class World {
    private final List<Consumer<Porchlight>> steps = new ArrayList<>();
    private RateSettings rates = RateSettings.OFF;

    World() {}

    /** Somebody without a client: whoever updates the status is told that nobody is signed in. */
    public World user(String id) {
        return and(porchlight -> porchlight.addUser(id));
    }

    /** Somebody who is signed in with a client of today. */
    public World signedIn(String id) {
        return and(porchlight -> porchlight.addUser(id).signIn());
    }

    /** Somebody who is signed in with a client of another version. */
    public World signedIn(String id, String version) {
        return and(porchlight -> porchlight.addUser(id).signIn(version));
    }

    /** The server's clock stands still at this instant. Say it before the users, whose clients sign in by it. */
    public World frozenAt(Instant instant) {
        return and(porchlight -> porchlight.clock().freezeAt(instant));
    }

    /** Requests are limited as Zoom limits an account of this plan. */
    public World plan(Plan plan) {
        rates = new RateSettings(plan);
        return this;
    }

    /** Anything else. */
    public World and(Consumer<Porchlight> step) {
        steps.add(step);
        return this;
    }

    RateSettings rates() {
        return rates;
    }

    void build(Porchlight porchlight) {
        steps.forEach(step -> step.accept(porchlight));
    }
}
