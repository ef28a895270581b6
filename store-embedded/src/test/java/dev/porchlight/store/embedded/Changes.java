package dev.porchlight.store.embedded;

import static dev.porchlight.testkit.contract.Stages.await;

import dev.porchlight.core.command.Command;
import dev.porchlight.core.presence.Activity;
import dev.porchlight.core.presence.ClientVersion;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.Session;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.core.rule.Decision.Accepted;
import dev.porchlight.core.rule.RuleSettings;
import dev.porchlight.core.rule.Rules;
import dev.porchlight.engine.port.Ledger.Commit;
import dev.porchlight.engine.port.Store;
import java.time.Duration;
import java.time.Instant;

/** Changes that the rules themselves decide: a user signs in, or goes from active to idle or back. Each has an event. */
final class Changes {
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final UserKey ADA = new UserKey("acme", "ada");
    static final UserKey BOB = new UserKey("acme", "bob");

    private static final Rules RULES = new Rules(RuleSettings.DEFAULTS);

    private Changes() {}

    static Accepted decide(Presence presence, Instant now) {
        boolean active = presence.sessions().stream().anyMatch(Session::active);
        Command beat = new Command.Beat(
                "desk",
                "desktop",
                new ClientVersion("6.0.1"),
                active ? Activity.IDLE : Activity.ACTIVE,
                Duration.ofHours(24),
                "user:test");
        return (Accepted) RULES.decide(presence, beat, now);
    }

    /** Answers the revision. */
    static long change(Store store, UserKey user, Instant now) {
        Accepted accepted = decide(await(store.ledger().read(user)), now);
        if (await(store.ledger().commit(accepted)) != Commit.COMMITTED) {
            throw new AssertionError("Somebody else changed " + user);
        }
        return accepted.next().revision();
    }

    static long revision(Store store, UserKey user) {
        return await(store.ledger().read(user)).revision();
    }
}
