package dev.porchlight.engine;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Moves a clock that only moves by hand, and has all work on the way done at its own instant, in order. */
public final class Timetable {
    private final List<Due> works;
    private final InstantSource clock;
    private final Consumer<Instant> move;

    /**
     * @param works what may come due; of the same instant, the earlier in the list goes first
     * @param clock that all of the works read
     * @param move sets that clock
     */
    public Timetable(List<Due> works, InstantSource clock, Consumer<Instant> move) {
        this.works = List.copyOf(works);
        this.clock = clock;
        this.move = move;
    }

    /**
     * Moves the clock forward. Completes when all that was due until then is done. Fails with an
     * {@link IllegalStateException} where work stays due though it was done.
     */
    public CompletionStage<@Nullable Void> advance(Instant to) {
        return Repeat.whileTrue(new Step(to)::take);
    }

    /** The work that is due next. */
    private record First(Due work, Instant at) {}

    private final class Step {
        private final Instant to;
        private @Nullable First inVain;

        Step(Instant to) {
            this.to = to;
        }

        CompletionStage<Boolean> take() {
            return first(0, null).thenCompose(this::done);
        }

        private CompletionStage<Boolean> done(Optional<First> found) {
            if (found.isEmpty() || found.get().at().isAfter(to)) {
                move.accept(later(clock.instant(), to));
                return CompletableFuture.completedStage(false);
            }
            First first = found.get();
            if (first.equals(inVain)) {
                throw new IllegalStateException("what is due at " + first.at() + " was done and is still due");
            }
            move.accept(later(clock.instant(), first.at()));
            return first.work().run().thenApply(count -> {
                inVain = count == 0 ? first : null;
                return true;
            });
        }
    }

    private CompletionStage<Optional<First>> first(int from, @Nullable First found) {
        if (from == works.size()) {
            return CompletableFuture.completedStage(Optional.ofNullable(found));
        }
        Due work = works.get(from);
        return work.next().thenCompose(next -> {
            boolean earlier = next.isPresent() && (found == null || next.get().isBefore(found.at()));
            return first(from + 1, earlier ? new First(work, next.get()) : found);
        });
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
