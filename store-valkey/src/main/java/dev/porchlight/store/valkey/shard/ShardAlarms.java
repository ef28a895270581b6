package dev.porchlight.store.valkey.shard;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.Alarms;
import dev.porchlight.rows.Keys;
import dev.porchlight.store.valkey.line.Lines;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The alarms of the shards. What this node committed it looks at in time; what others committed to the shards that it looks
 * after, once in {@link #UNSEEN}. So an alarm whose node is dead rings that much later.
 */
final class ShardAlarms implements Alarms {
    private static final long UNSEEN = Duration.ofSeconds(1).toNanos();

    private final Lines lines;
    private final Spread spread;
    private final Ownership ownership;
    private final LongSupplier nanos;
    private final List<EarliestAlarm> earliest =
            Stream.generate(EarliestAlarm::new).limit(Spread.SHARDS).toList();

    ShardAlarms(Lines lines, Spread spread, Ownership ownership, LongSupplier nanos) {
        this.lines = lines;
        this.spread = spread;
        this.ownership = ownership;
        this.nanos = nanos;
    }

    /** After a commit. */
    void set(Shard shard, @Nullable Instant alarm) {
        earliest(shard).set(alarm);
    }

    /** Full where one question to each shard finds so many; else it may be fewer, but none only where none is due. */
    @Override
    public CompletionStage<List<UserKey>> due(Instant now, int limit) {
        long time = nanos.getAsLong();
        List<Shard> shards = spread.all().stream()
                .filter(shard -> earliest(shard).isBy(now)
                        || (ownership.owns(shard) && earliest(shard).isUnseenFor(UNSEEN, time)))
                .toList();
        if (shards.isEmpty() || limit < 1) {
            return CompletableFuture.completedStage(List.of());
        }
        int share = Front.share(limit, shards.size());
        return looks(shards, share)
                .thenApply(fronts -> Front.merged(fronts, Comparator.naturalOrder()).stream()
                        .takeWhile(alarm -> !alarm.at().isAfter(now))
                        .limit(limit)
                        .map(Alarm::user)
                        .toList());
    }

    @Override
    public CompletionStage<Optional<Instant>> next() {
        List<Shard> shards = spread.all().stream()
                .filter(shard -> ownership.owns(shard) || earliest(shard).isKnown())
                .toList();
        return looks(shards, 1)
                .thenApply(fronts -> fronts.stream()
                        .flatMap(front -> front.first().stream())
                        .map(Alarm::at)
                        .min(Comparator.naturalOrder()));
    }

    private CompletionStage<List<Front<Alarm>>> looks(List<Shard> shards, int limit) {
        return All.of(shards.stream().map(shard -> look(shard, limit)).toList());
    }

    private CompletionStage<Front<Alarm>> look(Shard shard, int limit) {
        Look look = earliest(shard).look(nanos.getAsLong());
        return lines.ask(shard.slot(), line -> line.zrangebylex(shard.due(), Range.unbounded(), Limit.from(limit)))
                .thenApply(members -> {
                    List<Alarm> alarms = members.stream().map(Alarm::of).toList();
                    earliest(shard)
                            .saw(
                                    look,
                                    alarms.isEmpty() ? null : alarms.getFirst().at());
                    return new Front<>(alarms, alarms.size() == limit);
                });
    }

    private EarliestAlarm earliest(Shard shard) {
        return earliest.get(shard.number());
    }

    private record Alarm(Instant at, UserKey user) implements Comparable<Alarm> {
        private static final Comparator<Alarm> ORDER =
                Comparator.comparing(Alarm::at).thenComparing(alarm -> Keys.user(alarm.user), Arrays::compareUnsigned);

        static Alarm of(byte[] member) {
            return new Alarm(Keys.instantAt(member, 0), Bytes.userAt(member, Keys.INSTANT));
        }

        @Override
        public int compareTo(Alarm other) {
            return ORDER.compare(this, other);
        }
    }
}
