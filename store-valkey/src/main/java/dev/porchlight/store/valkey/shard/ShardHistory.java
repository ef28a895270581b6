package dev.porchlight.store.valkey.shard;

import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.engine.port.History;
import dev.porchlight.rows.Keys;
import dev.porchlight.store.valkey.line.Lines;
import dev.porchlight.store.valkey.line.Script;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/** The histories of the shards, and who read them. What is too old goes from the shards that this node looks after. */
final class ShardHistory implements History {
    private static final Script<List<?>> TRIM = Answer.list("trim-history");
    private static final Pieces.Walk PIECES = Pieces.Walk.ofScan(100);

    private final Lines lines;
    private final Spread spread;
    private final Ownership ownership;
    private final Readings readings;

    ShardHistory(Lines lines, Spread spread, Ownership ownership) {
        this.lines = lines;
        this.spread = spread;
        this.ownership = ownership;
        this.readings = new Readings(lines, spread);
    }

    @Override
    public CompletionStage<List<PresenceEvent>> between(UserKey user, Instant from, Instant to, int limit) {
        return backwards(
                user,
                told -> !Told.at(told).isBefore(from),
                told -> Told.at(told).isBefore(to),
                limit);
    }

    @Override
    public CompletionStage<Optional<PresenceEvent>> asOf(UserKey user, Instant instant) {
        return backwards(user, told -> true, told -> !Told.at(told).isAfter(instant), 1)
                .thenApply(events -> events.stream().findFirst());
    }

    private CompletionStage<List<PresenceEvent>> backwards(
            UserKey user, Predicate<byte[]> goOn, Predicate<byte[]> isWanted, int limit) {
        byte[] bytes = Keys.user(user);
        Shard shard = spread.of(bytes);
        Backwards reading = new Backwards(goOn, isWanted, limit);
        byte[] key = shard.history(bytes);
        return reading.read((start, stop) -> lines.ask(shard.slot(), line -> line.lrange(key, start, stop)))
                .thenApply(told -> told.stream().map(Told::decode).toList());
    }

    @Override
    public CompletionStage<Written> trace(Reading reading) {
        return readings.trace(reading);
    }

    @Override
    public CompletionStage<List<Reading>> readings(UserKey user, Instant from, Instant to, int limit) {
        return readings.between(user, from, to, limit);
    }

    @Override
    public CompletionStage<Long> trim(Instant before) {
        byte[] bound = Keys.instant(before);
        return All.sum(
                spread.all().stream().filter(ownership::owns),
                shard -> Pieces.sum(
                        lines, TRIM, List.of(shard.presences(), shard.readings(), shard.histories()), bound, PIECES));
    }
}
