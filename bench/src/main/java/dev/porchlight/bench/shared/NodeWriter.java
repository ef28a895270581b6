package dev.porchlight.bench.shared;

import dev.porchlight.bench.store.Population;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.rule.Decision.Accepted;
import dev.porchlight.engine.port.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** Commits through a node's ledger. Each caller has users of its own, and knows how they stand. */
final class NodeWriter implements Writer {
    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    private final Ledger ledger;
    private final int first;
    private final Change change;
    private final Presence[] presences;
    private final int[] turns;
    private Instant now = Instant.now();

    /**
     * Over users of its own.
     *
     * @param first the number of its first user
     * @param users a multiple of the callers
     */
    NodeWriter(Ledger ledger, int first, int users, int callers) {
        this(ledger, first, users, callers, Population::change);
    }

    private NodeWriter(Ledger ledger, int first, int users, int callers, Change change) {
        this.change = change;
        this.ledger = ledger;
        this.first = first;
        this.presences = new Presence[users];
        this.turns = new int[callers];
    }

    /** The same, but all that is written is the renewal of a lease: half of its length after the one before. */
    static NodeWriter renewing(Ledger ledger, int first, int users, int callers) {
        return new NodeWriter(
                ledger,
                first,
                users,
                callers,
                (presence, now) -> Population.renewal(
                        presence, presence.sessions().getFirst().leaseUntil().minus(HALF_A_DAY)));
    }

    /** What is done to a presence. */
    private interface Change {
        Accepted of(Presence presence, Instant now);
    }

    @Override
    public CompletionStage<?> next(int caller) {
        int user = (caller + turns.length * turns[caller]++) % presences.length;
        Presence known = presences[user];
        return known == null
                ? ledger.read(Population.user(first + user)).thenCompose(read -> commit(user, read))
                : commit(user, known);
    }

    private CompletionStage<?> commit(int user, Presence presence) {
        now = now.plusNanos(20_000);
        Accepted accepted = change.of(presence, now);
        return ledger.commit(accepted).thenAccept(commit -> {
            if (commit != Ledger.Commit.COMMITTED) {
                throw new IllegalStateException("a commit of the only writer was " + commit);
            }
            presences[user] = accepted.next();
        });
    }
}
