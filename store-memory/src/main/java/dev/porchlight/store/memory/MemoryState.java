package dev.porchlight.store.memory;

import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.authority.Grant;
import dev.porchlight.engine.authority.Password;
import dev.porchlight.engine.authority.SigningKey;
import dev.porchlight.engine.directory.Account;
import dev.porchlight.engine.directory.App;
import dev.porchlight.engine.directory.Subscription;
import dev.porchlight.engine.directory.Token;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.port.History.Reading;
import dev.porchlight.engine.port.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** All that a memory store keeps; what a folder is to the others. Whoever touches it holds its lock. */
final class MemoryState {
    static final Comparator<UserKey> BY_KEY =
            Comparator.comparing(UserKey::account).thenComparing(UserKey::user);

    final Map<UserKey, Presence> presences = new TreeMap<>(BY_KEY);
    final Map<UserKey, Instant> alarms = new TreeMap<>(BY_KEY);
    final NavigableMap<Long, Waiting> outbox = new TreeMap<>();
    final Map<UserKey, List<PresenceEvent>> history = new TreeMap<>(BY_KEY);
    final Map<UserKey, List<Reading>> readings = new TreeMap<>(BY_KEY);
    final NavigableMap<String, Account> accounts = new TreeMap<>();
    final NavigableMap<UserKey, User> users = new TreeMap<>(BY_KEY);
    final NavigableMap<String, App> apps = new TreeMap<>();
    final NavigableMap<String, Token> tokens = new TreeMap<>();
    final NavigableMap<UserKey, Password> passwords = new TreeMap<>(BY_KEY);
    final NavigableMap<String, Grant> grants = new TreeMap<>();
    final NavigableMap<String, SigningKey> signingKeys = new TreeMap<>();
    final NavigableMap<String, Subscription> subscriptions = new TreeMap<>();
    private final Map<String, Mail> mail = new TreeMap<>();
    private long sequence;
    private long floor;

    /** An outbox entry and when it may be taken. */
    record Waiting(Outbox.Entry entry, Instant ready) {}

    void append(PresenceEvent event) {
        history.computeIfAbsent(event.user(), user -> new ArrayList<>()).add(event);
        sequence++;
        outbox.put(sequence, new Waiting(new Outbox.Entry(sequence, 0, event), Instant.MIN));
    }

    /** Of a subscription that is there; an empty one of any other. */
    Mail mail(String subscription) {
        return subscriptions.containsKey(subscription)
                ? mail.computeIfAbsent(subscription, id -> new Mail())
                : new Mail();
    }

    void unsubscribe(String id) {
        subscriptions.remove(id);
        mail.remove(id);
    }

    /** Answers whether it was not there yet. */
    boolean trace(Reading reading) {
        List<Reading> all = readings.computeIfAbsent(reading.user(), user -> new ArrayList<>());
        return !all.contains(reading) && all.add(reading);
    }

    Presence latest(UserKey user) {
        Presence stored = presences.get(user);
        return stored == null ? Presence.none(user).withRevision(floor) : stored;
    }

    void forget(UserKey user) {
        floor = Math.max(floor, latest(user).revision() + 1);
        presences.remove(user);
        alarms.remove(user);
        history.remove(user);
        readings.remove(user);
        outbox.values().removeIf(waiting -> waiting.entry().event().user().equals(user));
    }
}
