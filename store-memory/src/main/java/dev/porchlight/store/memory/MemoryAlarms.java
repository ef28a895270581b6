package dev.porchlight.store.memory;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.Alarms;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

record MemoryAlarms(MemoryState state, Gate gate) implements Alarms {

    @Override
    public CompletionStage<List<UserKey>> due(Instant now, int limit) {
        return gate.ask(() -> state.alarms.entrySet().stream()
                .filter(alarm -> !alarm.getValue().isAfter(now))
                .sorted(Map.Entry.comparingByValue())
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList());
    }

    @Override
    public CompletionStage<Optional<Instant>> next() {
        return gate.ask(() -> state.alarms.values().stream().min(Instant::compareTo));
    }
}
