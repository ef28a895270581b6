package dev.porchlight.emulator;

import dev.porchlight.wire.dev.ClockReply;
import dev.porchlight.wire.dev.ClockRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The server's clock. It runs from where it is set, unless it is frozen. Whatever comes due on the way, such as the end of a
 * Do_Not_Disturb or of a client's lease, has happened at its own instant, in order, when a move returns.
 */
public final class Clock implements InstantSource {
    private final Wire wire;

    Clock(Wire wire) {
        this.wire = wire;
    }

    @Override
    public Instant instant() {
        return wire.get("/_dev/clock", ClockReply.class).now();
    }

    /** Goes on by at most a year. */
    public Instant advance(Duration by) {
        return move(by.toString(), null, null);
    }

    /** Goes to an instant. Back is allowed; nothing is undone by it. */
    public Instant set(Instant to) {
        return move(null, to, null);
    }

    /** Lets time stand still from now on, but for {@link #advance} and {@link #set}. */
    public Instant freeze() {
        return move(null, null, true);
    }

    /** Stands still at that instant. */
    public Instant freezeAt(Instant at) {
        return move(null, at, true);
    }

    /** Lets time run on. */
    public Instant run() {
        return move(null, null, false);
    }

    private Instant move(@Nullable String advance, @Nullable Instant set, @Nullable Boolean frozen) {
        return wire.post("/_dev/clock", new ClockRequest(advance, set, frozen), ClockReply.class)
                .now();
    }
}
