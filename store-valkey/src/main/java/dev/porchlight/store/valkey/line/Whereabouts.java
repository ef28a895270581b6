package dev.porchlight.store.valkey.line;

import dev.porchlight.engine.Failures;
import io.netty.channel.EventLoop;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where the primaries were when it was last looked, which happens at every trouble and now and then. */
@SuppressWarnings("FutureReturnValueIgnored") // A look ends in what was found.
final class Whereabouts {
    private static final long NOW_AND_THEN_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Locator locator;
    private final EventLoop loop;
    private final Consumer<Layout> moved;
    private volatile @Nullable Layout layout;
    private @Nullable Throwable trouble;
    private boolean looking;
    private int looks;
    private long last = System.nanoTime();

    Whereabouts(Locator locator, EventLoop loop, Consumer<Layout> moved) {
        this.locator = locator;
        this.loop = loop;
        this.moved = moved;
    }

    Optional<Address> primary(int slot) {
        Layout known = layout;
        return known == null ? Optional.empty() : known.primary(slot);
    }

    /** Without any primary before the first was found. */
    Layout layout() {
        Layout known = layout;
        return known == null ? new Layout.Builder().build() : known;
    }

    /** Looks anew, soon; many wishes are one look. */
    void look() {
        if (looking) {
            return;
        }
        looking = true;
        long quiet = System.nanoTime() - last;
        looks = quiet > TimeUnit.SECONDS.toNanos(1) ? 0 : looks + 1;
        long wait = looks == 0 ? 0 : BackOff.nanos(looks - 1);
        loop.schedule(this::lookNow, wait, TimeUnit.NANOSECONDS);
    }

    private void lookNow() {
        locator.locate().whenCompleteAsync(this::found, loop);
    }

    private void found(@Nullable Layout now, @Nullable Throwable error) {
        looking = false;
        last = System.nanoTime();
        trouble = error == null ? null : Failures.cause(error);
        if (now != null && !now.equals(layout)) {
            layout = now;
            moved.accept(now);
        }
    }

    void tick(long now) {
        if (now - last > NOW_AND_THEN_NANOS) {
            look();
        }
    }

    /** Why nobody has the slot. */
    Throwable trouble() {
        return trouble == null ? new IllegalStateException("no primary has answered yet") : trouble;
    }

    /** A sentence for the operator. */
    String unreachable(int slot, Throwable cause) {
        String at = primary(slot).map(address -> " at " + address).orElse("");
        return "The store" + at + " cannot be reached: " + Refusal.words(cause)
                + ". Nothing is lost that was acknowledged; check that it runs and that this machine can connect to it.";
    }
}
