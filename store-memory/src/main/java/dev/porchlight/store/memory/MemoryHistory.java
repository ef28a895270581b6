package dev.porchlight.store.memory;

import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.engine.port.History;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

record MemoryHistory(MemoryState state, Gate gate) implements History {
    static final Comparator<PresenceEvent> OLDEST_FIRST =
            Comparator.comparing(PresenceEvent::at).thenComparingLong(PresenceEvent::revision);

    @Override
    public CompletionStage<List<PresenceEvent>> between(UserKey user, Instant from, Instant to, int limit) {
        return gate.ask(() -> {
            List<PresenceEvent> all = of(user).filter(
                            event -> !event.at().isBefore(from) && event.at().isBefore(to))
                    .toList();
            return all.subList(Math.max(0, all.size() - limit), all.size());
        });
    }

    @Override
    public CompletionStage<Optional<PresenceEvent>> asOf(UserKey user, Instant instant) {
        return gate.ask(
                () -> of(user).filter(event -> !event.at().isAfter(instant)).reduce((earlier, later) -> later));
    }

    @Override
    public CompletionStage<Long> trim(Instant before) {
        return gate.ask(() -> {
            long dropped = 0;
            for (List<PresenceEvent> events : state.history.values()) {
                int size = events.size();
                events.removeIf(event -> event.at().isBefore(before));
                dropped += size - events.size();
            }
            for (List<Reading> readings : state.readings.values()) {
                int size = readings.size();
                readings.removeIf(reading -> reading.at().isBefore(before));
                dropped += size - readings.size();
            }
            return dropped;
        });
    }

    @Override
    public CompletionStage<Written> trace(Reading reading) {
        return gate.ask(() -> {
            state.trace(reading);
            return Written.DONE;
        });
    }

    @Override
    public CompletionStage<List<Reading>> readings(UserKey user, Instant from, Instant to, int limit) {
        return gate.ask(() -> {
            List<Reading> all = state.readings.getOrDefault(user, List.of()).stream()
                    .filter(reading ->
                            !reading.at().isBefore(from) && reading.at().isBefore(to))
                    .sorted(Comparator.comparing(Reading::at))
                    .toList();
            return all.subList(Math.max(0, all.size() - limit), all.size());
        });
    }

    private Stream<PresenceEvent> of(UserKey user) {
        return state.history.getOrDefault(user, List.of()).stream().sorted(OLDEST_FIRST);
    }
}
