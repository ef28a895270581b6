package dev.porchlight.store.valkey.shard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.core.rule.Decision.Accepted;
import dev.porchlight.engine.port.Ledger;
import dev.porchlight.rows.Keys;
import dev.porchlight.store.valkey.line.Lines;
import dev.porchlight.store.valkey.line.Script;
import io.lettuce.core.KeyValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The presences of the shards. */
final class ShardLedger implements Ledger {
    private static final Script<Boolean> COMMIT = Answer.yesOrNo("commit");

    private static final int MOST_REMEMBERED = 50_000;

    private final Lines lines;
    private final Spread spread;
    private final ShardAlarms alarms;
    private final ShardOutbox outbox;
    private final AtomicLong numbers;
    /** What this node has committed itself: whoever changes somebody's status is likely to do so again. */
    private final Cache<UserKey, Presence> remembered = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .executor(Runnable::run)
            .build();

    /** @param firstNumber drawn at random, so that no two nodes give the same number to a commit */
    ShardLedger(Lines lines, Spread spread, ShardAlarms alarms, ShardOutbox outbox, long firstNumber) {
        this.lines = lines;
        this.spread = spread;
        this.alarms = alarms;
        this.outbox = outbox;
        this.numbers = new AtomicLong(firstNumber);
    }

    @Override
    public CompletionStage<Presence> read(UserKey user) {
        Shard shard = spread.of(Keys.user(user));
        return rows(shard, List.of(user)).thenApply(rows -> rows.getFirst().presence());
    }

    @Override
    public CompletionStage<Map<UserKey, Presence>> readAll(Collection<UserKey> users) {
        Map<Shard, List<UserKey>> byShard = new HashMap<>();
        for (UserKey user : new LinkedHashSet<>(users)) {
            byShard.computeIfAbsent(spread.of(Keys.user(user)), shard -> new ArrayList<>())
                    .add(user);
        }
        List<CompletionStage<List<Row>>> parts = new ArrayList<>();
        byShard.forEach((shard, some) -> parts.add(rows(shard, some)));
        return All.of(parts).thenApply(read -> {
            Map<UserKey, Presence> found = HashMap.newHashMap(users.size());
            read.forEach(rows -> rows.forEach(row -> found.put(row.presence().user(), row.presence())));
            return found;
        });
    }

    private CompletionStage<List<Row>> rows(Shard shard, List<UserKey> users) {
        byte[][] fields = new byte[users.size() + 1][];
        for (int i = 0; i < users.size(); i++) {
            fields[i] = Keys.user(users.get(i));
        }
        fields[users.size()] = Bytes.none();
        return lines.ask(shard.slot(), line -> line.hmget(shard.presences(), fields))
                .thenApply(values -> {
                    byte @Nullable [] floor = value(values.getLast());
                    List<Row> rows = new ArrayList<>(users.size());
                    for (int i = 0; i < users.size(); i++) {
                        rows.add(Row.decode(users.get(i), value(values.get(i)), floor));
                    }
                    return rows;
                });
    }

    private static byte @Nullable [] value(KeyValue<byte[], byte[]> field) {
        return field.hasValue() ? field.getValue() : null;
    }

    @Override
    public Optional<Presence> remembered(UserKey user) {
        return Optional.ofNullable(remembered.getIfPresent(user));
    }

    @Override
    public CompletionStage<Commit> commit(Accepted accepted) {
        Presence next = accepted.next();
        PresenceEvent event = accepted.event();
        byte[] user = Keys.user(next.user());
        Shard shard = spread.of(user);
        byte[] row = Row.encode(next, accepted.alarm(), numbers.incrementAndGet());
        return lines.run(
                        COMMIT,
                        List.of(shard.presences(), shard.due(), shard.out(), shard.history(user), shard.channel(user)),
                        List.of(
                                user,
                                Keys.sequence(next.revision() - 1),
                                row,
                                event == null ? Bytes.none() : Told.encode(event)))
                .whenComplete((committed, failure) -> {
                    // Of a commit whose answer was lost nobody knows: it is taken for done here.
                    if (failure == null && committed) {
                        remembered.put(next.user(), next);
                    } else {
                        remembered.invalidate(next.user());
                    }
                    if (failure != null || committed) {
                        alarms.set(shard, accepted.alarm());
                        if (event != null) {
                            outbox.set(shard);
                        }
                    }
                })
                .thenApply(committed -> committed ? Commit.COMMITTED : Commit.STALE);
    }
}
