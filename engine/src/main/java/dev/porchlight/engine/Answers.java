package dev.porchlight.engine;

import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.core.rule.Explanation;
import dev.porchlight.core.rule.Rules;
import dev.porchlight.engine.port.Ledger;
import dev.porchlight.engine.watch.Shown;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/**
 * Answers what users' statuses are now: of the latest committed state, at this instant. An end that has come shows at once,
 * also where its alarm has not rung yet.
 */
public final class Answers {
    private final Ledger ledger;
    private final Rules rules;
    private final InstantSource clock;

    public Answers(Ledger ledger, Rules rules, InstantSource clock) {
        this.ledger = ledger;
        this.rules = rules;
        this.clock = clock;
    }

    /** The user's answer now. Somebody of whom nothing is stored is offline. */
    public CompletionStage<Shown> status(UserKey user) {
        return ledger.read(user).thenApply(this::shown);
    }

    /** The answers of many users, one for each. */
    public CompletionStage<Map<UserKey, Shown>> statuses(Collection<UserKey> users) {
        return ledger.readAll(users)
                .thenApply(found -> found.values().stream().collect(Collectors.toMap(Presence::user, this::shown)));
    }

    /** The user's answer now, and why. Its revision is that of the presence in it. */
    public CompletionStage<Explanation> explain(UserKey user) {
        return ledger.read(user).thenApply(presence -> rules.explain(presence, clock.instant()));
    }

    private Shown shown(Presence presence) {
        return Shown.by(rules.asOf(presence, clock.instant()));
    }
}
