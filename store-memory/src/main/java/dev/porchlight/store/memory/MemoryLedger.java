package dev.porchlight.store.memory;

import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.core.rule.Decision.Accepted;
import dev.porchlight.engine.port.Ledger;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;

record MemoryLedger(MemoryState state, Gate gate, MemoryFeed feed) implements Ledger {

    @Override
    public CompletionStage<Presence> read(UserKey user) {
        return gate.ask(() -> state.latest(user));
    }

    @Override
    public CompletionStage<Map<UserKey, Presence>> readAll(Collection<UserKey> users) {
        return gate.ask(() -> {
            Map<UserKey, Presence> found = new LinkedHashMap<>();
            users.forEach(user -> found.put(user, state.latest(user)));
            return found;
        });
    }

    @Override
    public CompletionStage<Commit> commit(Accepted accepted) {
        CompletionStage<Commit> commit = gate.ask(() -> stored(accepted));
        feed.deliver();
        return commit;
    }

    private Commit stored(Accepted accepted) {
        UserKey user = accepted.next().user();
        if (accepted.next().revision() != state.latest(user).revision() + 1) {
            return Commit.STALE;
        }
        state.presences.put(user, accepted.next());
        Instant alarm = accepted.alarm();
        if (alarm == null) {
            state.alarms.remove(user);
        } else {
            state.alarms.put(user, alarm);
        }
        PresenceEvent event = accepted.event();
        if (event != null) {
            state.append(event);
            feed.append(user, listener -> listener.changed(event));
        }
        return Commit.COMMITTED;
    }
}
