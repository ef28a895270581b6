package dev.porchlight.engine;

import dev.porchlight.engine.port.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;

/** Drops what has been kept long enough. It sweeps when it is told to; sweeping twice is sweeping once. */
public final class Housekeeping {
    private final Store store;
    private final Keep keep;
    private final InstantSource clock;

    /**
     * How long things are kept.
     *
     * @param history committed events
     * @param outbox events that nobody would take, however often they were tried
     * @param tokens after they have expired, so that their owners are told what is wrong with them; grants too
     */
    public record Keep(Duration history, Duration outbox, Duration tokens) {
        public static final Keep DEFAULTS = new Keep(Duration.ofDays(30), Duration.ofDays(3), Duration.ofDays(7));
    }

    /** How much was dropped. */
    public record Swept(long events, long outboxEntries, long tokens, long grants) {
        private Swept plus(Swept other) {
            return new Swept(
                    events + other.events,
                    outboxEntries + other.outboxEntries,
                    tokens + other.tokens,
                    grants + other.grants);
        }
    }

    public Housekeeping(Store store, Keep keep, InstantSource clock) {
        this.store = store;
        this.keep = keep;
        this.clock = clock;
    }

    /** Drops all that is older than it is kept. Where one kind fails, the others are swept all the same. */
    public CompletionStage<Swept> sweep() {
        Instant now = clock.instant();
        CompletionStage<Long> events = store.history().trim(now.minus(keep.history()));
        CompletionStage<Long> entries = store.outbox().trim(now.minus(keep.outbox()));
        CompletionStage<Long> tokens = store.directory().tokens().dropExpired(now.minus(keep.tokens()));
        CompletionStage<Long> grants = store.authority().grants().dropExpired(now.minus(keep.tokens()));
        return events.thenCombine(entries, (e, o) -> new Swept(e, o, 0, 0))
                .thenCombine(tokens.thenCombine(grants, (t, g) -> new Swept(0, 0, t, g)), Swept::plus);
    }
}
