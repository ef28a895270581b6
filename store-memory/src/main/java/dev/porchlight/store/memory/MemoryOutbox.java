package dev.porchlight.store.memory;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.Outbox;
import dev.porchlight.store.memory.MemoryState.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

record MemoryOutbox(MemoryState state, Gate gate) implements Outbox {

    @Override
    public CompletionStage<List<Entry>> take(Instant now, int limit, Duration hold) {
        return gate.ask(() -> {
            Set<UserKey> seen = new HashSet<>();
            List<Entry> taken = new ArrayList<>();
            for (Waiting waiting : state.outbox.values()) {
                boolean first = seen.add(waiting.entry().event().user());
                if (first && !waiting.ready().isAfter(now) && taken.size() < limit) {
                    taken.add(waiting.entry());
                }
            }
            taken.forEach(entry -> state.outbox.put(entry.sequence(), new Waiting(entry, now.plus(hold))));
            return taken;
        });
    }

    @Override
    public CompletionStage<Void> done(Entry entry) {
        return gate.ask(() -> {
            state.outbox.remove(entry.sequence());
            return null;
        });
    }

    @Override
    public CompletionStage<Void> again(Entry entry, Instant notBefore) {
        return gate.ask(() -> {
            Entry older = new Entry(entry.sequence(), entry.attempts() + 1, entry.event());
            state.outbox.replace(entry.sequence(), new Waiting(older, notBefore));
            return null;
        });
    }

    @Override
    public CompletionStage<Long> trim(Instant before) {
        return gate.ask(() -> {
            int size = state.outbox.size();
            state.outbox
                    .values()
                    .removeIf(waiting -> waiting.entry().event().at().isBefore(before));
            return (long) size - state.outbox.size();
        });
    }
}
