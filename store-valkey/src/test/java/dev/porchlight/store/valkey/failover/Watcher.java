package dev.porchlight.store.valkey.failover;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.watch.Mailbox;
import dev.porchlight.engine.watch.Shown;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Knows of each user what it was told last. */
final class Watcher {
    private static final int MANY = 10_000;

    private final Map<UserKey, Shown> seen = new ConcurrentHashMap<>();
    private final Mailbox mailbox = new Mailbox(MANY, this::take);

    private void take() {
        mailbox.drain(MANY).forEach(shown -> seen.put(shown.user(), shown));
    }

    Mailbox mailbox() {
        return mailbox;
    }

    Optional<Shown> seen(UserKey user) {
        take();
        return Optional.ofNullable(seen.get(user));
    }
}
