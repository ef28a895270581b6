package dev.porchlight.store.valkey.shard;

import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.command.Command;
import dev.porchlight.core.presence.Activity;
import dev.porchlight.core.presence.ClientVersion;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.core.rule.Decision;
import dev.porchlight.core.rule.Decision.Accepted;
import dev.porchlight.core.rule.RuleSettings;
import dev.porchlight.core.rule.Rules;
import dev.porchlight.engine.port.Ledger;
import dev.porchlight.engine.port.Ledger.Commit;
import java.time.Duration;
import java.time.Instant;

/** What the rules make of beats, to be stored. */
final class Changes {
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final UserKey ADA = new UserKey("acme", "ada");
    static final UserKey BOB = new UserKey("acme", "bob");

    private static final Rules RULES = new Rules(RuleSettings.DEFAULTS);

    private Changes() {}

    static Accepted decide(Presence presence, Activity activity, Duration lease, Instant now) {
        Command beat = new Command.Beat("desk", "desktop", new ClientVersion("6.0.1"), activity, lease, "user:test");
        return (Accepted) check(RULES.decide(presence, beat, now));
    }

    private static Decision check(Decision decision) {
        assertThat(decision).isInstanceOf(Accepted.class);
        return decision;
    }

    /** Signs the user in with a session that ends unless renewed, or goes from active to idle or back. */
    static Accepted change(Ledger ledger, UserKey user, Duration lease, Instant now) {
        Presence presence = await(ledger.read(user));
        boolean active = presence.sessions().stream().anyMatch(session -> session.active());
        Accepted accepted = decide(presence, active ? Activity.IDLE : Activity.ACTIVE, lease, now);
        assertThat(await(ledger.commit(accepted))).isEqualTo(Commit.COMMITTED);
        return accepted;
    }

    static Accepted change(Ledger ledger, UserKey user) {
        return change(ledger, user, Duration.ofHours(24), NOON);
    }
}
