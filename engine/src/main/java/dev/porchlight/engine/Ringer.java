package dev.porchlight.engine;

import dev.porchlight.core.command.Command;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.Alarms;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Rings the alarms that are due: sends a {@link dev.porchlight.core.command.Command.Tick} through the corridor for each. Any
 * number of ringers may run over one store; the revision check makes a second ring harmless (semantics: Alarms).
 */
public final class Ringer implements Due {
    private static final int BATCH = 256;

    private final Alarms alarms;
    private final Corridor corridor;
    private final InstantSource clock;

    /**
     * A ringer that rings when it is told to.
     *
     * @param clock the corridor's
     */
    public Ringer(Alarms alarms, Corridor corridor, InstantSource clock) {
        this.alarms = alarms;
        this.corridor = corridor;
        this.clock = clock;
    }

    /**
     * Rings until nothing is due any more. Answers how many ends were carried out by this ringer. Fails if the store does,
     * when all that was under way has come to an end; what was not rung stays due.
     */
    public CompletionStage<Integer> ring() {
        AtomicInteger total = new AtomicInteger();
        // A batch that changed nothing would only come again: another ringer is at it.
        return Repeat.whileTrue(() -> ringDue().thenApply(rung -> total.addAndGet(rung) > 0 && rung > 0))
                .thenApply(done -> total.get());
    }

    @Override
    public CompletionStage<Optional<Instant>> next() {
        return alarms.next();
    }

    @Override
    public CompletionStage<Integer> run() {
        return ring();
    }

    private CompletionStage<Integer> ringDue() {
        return alarms.due(clock.instant(), BATCH).thenCompose(this::ringAll);
    }

    private CompletionStage<Integer> ringAll(List<UserKey> users) {
        List<CompletableFuture<Integer>> rings = new ArrayList<>();
        for (UserKey user : users) {
            rings.add(corridor.submit(user, new Command.Tick())
                    .thenApply(Ringer::carriedOut)
                    .toCompletableFuture());
        }
        return CompletableFuture.allOf(rings.toArray(CompletableFuture[]::new))
                .thenApply(
                        done -> rings.stream().mapToInt(CompletableFuture::join).sum());
    }

    private static int carriedOut(Outcome outcome) {
        return outcome instanceof Outcome.Done done && done.event() != null ? 1 : 0;
    }
}
