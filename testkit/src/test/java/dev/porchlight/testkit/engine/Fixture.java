package dev.porchlight.testkit.engine;

import dev.porchlight.core.command.Command;
import dev.porchlight.core.presence.Activity;
import dev.porchlight.core.presence.ClientVersion;
import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.Status;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.core.rule.RuleSettings;
import dev.porchlight.core.rule.Rules;
import dev.porchlight.engine.Corridor;
import dev.porchlight.engine.Outcome;
import dev.porchlight.store.memory.MemoryStore;
import dev.porchlight.testkit.MovedClock;
import dev.porchlight.testkit.contract.Stages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One engine over a store in memory and a clock that is moved by hand. */
final class Fixture {
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final UserKey ADA = new UserKey("acme", "ada");
    static final UserKey BOB = new UserKey("acme", "bob");
    static final Rules RULES = new Rules(RuleSettings.DEFAULTS);

    final MovedClock clock = new MovedClock(NOON);
    final MemoryStore store = new MemoryStore();
    final Corridor corridor = new Corridor(store.ledger(), RULES, clock);

    Outcome submit(UserKey user, Command command) {
        return Stages.await(corridor.submit(user, command));
    }

    List<PresenceEvent> events(UserKey user) {
        return Stages.await(store.history().between(user, Instant.EPOCH, Instant.MAX, 1000));
    }

    static Command beat(String session, Activity activity, Duration lease) {
        return new Command.Beat(session, "desktop", new ClientVersion("6.0.1"), activity, lease, "user:test");
    }

    static Command signIn(Duration lease) {
        return beat("desk", Activity.ACTIVE, lease);
    }

    static Command doNotDisturb(int minutes) {
        return new Command.Declare(Status.DO_NOT_DISTURB, minutes, Command.Channel.API, "user:test");
    }

    static Instant after(Duration time) {
        return NOON.plus(time);
    }
}
