package dev.porchlight.engine;

import dev.porchlight.core.command.Command;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.core.rule.Decision;
import dev.porchlight.core.rule.Rules;
import dev.porchlight.engine.port.Ledger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The one way of a write: read (or remember), decide, commit; after a lost race from the start, a bounded number of times. An end that is
 * due is carried out before the command, so that each end has its own event, in order.
 */
public final class Corridor {
    /** Each lost race means that somebody else got through, so a user needs this many writers at once to be turned away. */
    static final int MAX_ATTEMPTS = 64;

    private final Ledger ledger;
    private final Rules rules;
    private final InstantSource clock;

    public Corridor(Ledger ledger, Rules rules, InstantSource clock) {
        this.ledger = ledger;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Carries out one command. Fails with {@link dev.porchlight.engine.port.StoreUnavailableException}, unwrapped, where the
     * store cannot answer; after a lost acknowledgement the command may hold nevertheless.
     */
    public CompletionStage<Outcome> submit(UserKey user, Command command) {
        CompletableFuture<Outcome> answer = new CompletableFuture<>();
        attempt(user, command, 1).whenComplete((outcome, failure) -> {
            if (failure == null) {
                answer.complete(outcome);
            } else {
                answer.completeExceptionally(Failures.cause(failure));
            }
        });
        return answer;
    }

    private CompletionStage<Outcome> attempt(UserKey user, Command command, int attempt) {
        if (attempt > MAX_ATTEMPTS) {
            return CompletableFuture.completedStage(new Outcome.Contended(MAX_ATTEMPTS));
        }
        // What is remembered saves the way to the store. It is good enough to commit over, since the commit looks;
        // never to refuse.
        Optional<Presence> remembered = attempt == 1 ? ledger.remembered(user) : Optional.empty();
        return remembered
                .map(presence -> decided(user, presence, command, attempt, false))
                .orElseGet(() -> read(user, command, attempt));
    }

    private CompletionStage<Outcome> read(UserKey user, Command command, int attempt) {
        return ledger.read(user).thenCompose(presence -> decided(user, presence, command, attempt, true));
    }

    private CompletionStage<Outcome> decided(
            UserKey user, Presence presence, Command command, int attempt, boolean isLatest) {
        Instant now = clock.instant();
        boolean endFirst = !(command instanceof Command.Tick) && rules.isDue(presence, now);
        Decision decision = rules.decide(presence, endFirst ? new Command.Tick() : command, now);
        if (!isLatest && !(decision instanceof Decision.Accepted)) {
            return read(user, command, attempt);
        }
        return switch (decision) {
            case Decision.Refused refused -> CompletableFuture.completedStage(new Outcome.Refused(refused.refusal()));
            case Decision.Unchanged unchanged ->
                CompletableFuture.completedStage(new Outcome.Done(unchanged.presence(), null));
            case Decision.Accepted accepted ->
                ledger.commit(accepted).thenCompose(commit -> switch (commit) {
                    case COMMITTED ->
                        endFirst
                                ? attempt(user, command, attempt)
                                : CompletableFuture.completedStage(new Outcome.Done(accepted.next(), accepted.event()));
                    case STALE -> attempt(user, command, attempt + 1);
                });
        };
    }
}
