package dev.porchlight.bench.store;

import dev.porchlight.core.command.Command;
import dev.porchlight.core.presence.Activity;
import dev.porchlight.core.presence.ClientVersion;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.Session;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.core.rule.Decision.Accepted;
import dev.porchlight.core.rule.RuleSettings;
import dev.porchlight.core.rule.Rules;
import dev.porchlight.engine.directory.Account;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.port.Archive.Item;
import dev.porchlight.engine.port.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An account of users, every one of them signed in, and what they do: become active and idle in turn. */
public final class Population {
    private static final String ACCOUNT = "default";
    private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration LEASE = Duration.ofHours(24);
    private static final ClientVersion VERSION = new ClientVersion("5.13.3 (12345)");
    private static final Rules RULES = new Rules(RuleSettings.DEFAULTS);
    private static final int AT_A_TIME = 2_000;

    private Population() {}

    public static UserKey user(int number) {
        return new UserKey(ACCOUNT, "u" + (1_000_000_000L + number));
    }

    /** A change that has an event and moves the alarm, as a PUT does. */
    public static Accepted change(Presence presence, Instant now) {
        boolean active = presence.sessions().stream().anyMatch(Session::active);
        return beat(presence, active ? Activity.IDLE : Activity.ACTIVE, now);
    }

    /**
     * A renewal of the lease, which moves the alarm and tells nobody.
     *
     * @param now half a day after the last one, or more
     */
    public static Accepted renewal(Presence presence, Instant now) {
        boolean active = presence.sessions().stream().anyMatch(Session::active);
        return beat(presence, active ? Activity.ACTIVE : Activity.IDLE, now);
    }

    private static Accepted beat(Presence presence, Activity next, Instant now) {
        Command beat = new Command.Beat(
                "laptop",
                "desktop",
                VERSION,
                next,
                LEASE,
                "user:" + presence.user().user());
        return (Accepted) RULES.decide(presence, beat, now);
    }

    public static void fill(Store store, int users) {
        store.archive()
                .load(List.of(new Item.OfAccount(new Account(ACCOUNT, "Default", START))))
                .toCompletableFuture()
                .join();
        List<Item> items = new ArrayList<>();
        for (int number = 0; number < users; number++) {
            add(items, number);
            if (items.size() >= AT_A_TIME || number == users - 1) {
                store.archive().load(items).toCompletableFuture().join();
                items.clear();
            }
        }
    }

    private static void add(List<Item> items, int number) {
        UserKey key = user(number);
        String email = key.user() + "@example.com";
        items.add(new Item.OfUser(new User(
                ACCOUNT,
                key.user(),
                email,
                "First",
                "Last " + number,
                "First Last " + number,
                1,
                User.State.ACTIVE,
                START)));
        Accepted signedIn = change(Presence.none(key), START.plusMillis(number));
        items.add(new Item.OfPresence(signedIn.next(), signedIn.alarm()));
    }
}
