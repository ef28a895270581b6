package dev.porchlight.testkit.contract;

import static dev.porchlight.testkit.contract.Stages.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porchlight.core.command.Command;
import dev.porchlight.core.presence.Activity;
import dev.porchlight.core.presence.ClientVersion;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.Session;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.core.rule.Decision;
import dev.porchlight.core.rule.Decision.Accepted;
import dev.porchlight.core.rule.RuleSettings;
import dev.porchlight.core.rule.Rules;
import dev.porchlight.engine.port.Ledger.Commit;
import dev.porchlight.engine.port.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts of all ports share: an open store, and changes to put into it that the rules themselves decided. */
public abstract class PortContract {
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final UserKey ADA = new UserKey("acme", "ada");
    static final UserKey BOB = new UserKey("acme", "bob");
    static final UserKey CYD = new UserKey("acme", "cyd");

    private static final Rules RULES = new Rules(RuleSettings.DEFAULTS);
    private static final Duration LEASE = Duration.ofHours(24);

    Store store;

    /** A store over fresh data. Called once for each test. */
    protected abstract Store open();

    /** Closes the store, if it is open, and opens another over the same data. */
    protected abstract Store reopen(Store closing);

    @BeforeEach
    void openStore() {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    void restart() {
        store = reopen(store);
    }

    /** What the rules make of the command now, which they must accept. */
    Accepted decide(UserKey user, Command command, Instant now) {
        return decide(await(store.ledger().read(user)), command, now);
    }

    private static Accepted decide(Presence presence, Command command, Instant now) {
        Decision decision = RULES.decide(presence, command, now);
        return switch (decision) {
            case Accepted accepted -> accepted;
            case Decision.Unchanged unchanged -> throw new AssertionError(command + " changes nothing");
            case Decision.Refused refused -> throw new AssertionError(command + ": " + refused);
        };
    }

    Accepted commit(UserKey user, Command command, Instant now) {
        Accepted accepted = decide(user, command, now);
        assertThat(await(store.ledger().commit(accepted))).isEqualTo(Commit.COMMITTED);
        return accepted;
    }

    /** A change that watchers are told of: the user signs in, or goes from active to idle or back. */
    Accepted decideChange(UserKey user, Instant now) {
        Presence presence = await(store.ledger().read(user));
        boolean active = presence.sessions().stream().anyMatch(Session::active);
        return decide(presence, beat("desk", active ? Activity.IDLE : Activity.ACTIVE, LEASE), now);
    }

    PresenceEvent change(UserKey user, Instant now) {
        Accepted accepted = decideChange(user, now);
        assertThat(await(store.ledger().commit(accepted))).isEqualTo(Commit.COMMITTED);
        return Objects.requireNonNull(accepted.event());
    }

    static Command beat(String session, Activity activity, Duration lease) {
        return new Command.Beat(session, "desktop", new ClientVersion("6.0.1"), activity, lease, "user:test");
    }

    static Instant minutesAfterNoon(long minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }
}
