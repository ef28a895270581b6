package dev.porchlight.server.dev;

import dev.porchlight.engine.Due;
import dev.porchlight.engine.Timetable;
import dev.porchlight.wire.dev.ClockReply;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Moves the clock, one caller after the other; what comes due on the way is done before the caller hears of it. */
public final class DevTime {
    private final DevClock clock;
    private final Timetable timetable;
    private CompletableFuture<@Nullable Void> last = CompletableFuture.completedFuture(null);

    /** @param works what comes due by the clock; of the same instant, the earlier in the list goes first */
    public DevTime(DevClock clock, List<Due> works) {
        this.clock = clock;
        this.timetable = new Timetable(works, clock, to -> clock.set(to, true));
    }

    public ClockReply now() {
        return new ClockReply(clock.instant(), clock.frozen());
    }

    /**
     * Moves the clock.
     *
     * @param target where to, from where it then is; back is allowed, and nothing is undone by it
     * @param frozen whether it stands still there; null for as before
     */
    public CompletionStage<ClockReply> move(UnaryOperator<Instant> target, @Nullable Boolean frozen) {
        CompletableFuture<@Nullable Void> before;
        CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
        synchronized (this) {
            before = last;
            last = over;
        }
        return before.thenCompose(ignored -> moved(target, frozen))
                .whenComplete((reply, failure) -> over.complete(null));
    }

    private CompletionStage<ClockReply> moved(UnaryOperator<Instant> target, @Nullable Boolean frozen) {
        boolean after = frozen == null ? clock.frozen() : frozen;
        Instant from = clock.instant();
        Instant to = target.apply(from);
        // While work is done at its own instant, time must not go on by itself.
        clock.set(to.isBefore(from) ? to : from, true);
        return timetable.advance(to).handle((done, failure) -> {
            clock.set(clock.instant(), after);
            if (failure != null) {
                throw new java.util.concurrent.CompletionException(failure);
            }
            return now();
        });
    }
}
