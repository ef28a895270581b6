package dev.porchlight.store.embedded.records;

import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.codec.EventCodec;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.engine.port.History;
import dev.porchlight.rows.Damage;
import dev.porchlight.rows.Draft;
import dev.porchlight.rows.Keys;
import dev.porchlight.rows.Rows;
import dev.porchlight.rows.Table;
import dev.porchlight.rows.View;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The history table, by day and then by user: one seek for each day that is asked for, and what is too old goes a day at a
 * time. So it costs as many seeks as days are kept, not more.
 */
public final class StoredHistory implements History {
    private final Rows rows;

    public StoredHistory(Rows rows) {
        this.rows = rows;
    }

    @Override
    public CompletionStage<List<PresenceEvent>> between(UserKey user, Instant from, Instant to, int limit) {
        byte[] key = Keys.user(user);
        return rows.read(view -> {
            List<PresenceEvent> newestFirst = new ArrayList<>();
            Days days = Days.kept(view, Table.HISTORY).within(TimeKeys.day(from), TimeKeys.day(to));
            for (int day = days.last(); day >= days.first() && newestFirst.size() < limit; day--) {
                byte[] start = TimeKeys.history(day, key, from, 0);
                byte[] end = TimeKeys.history(day, key, to, 0);
                view.scanBack(Table.HISTORY, end, row -> {
                    if (newestFirst.size() == limit || Keys.compare(row.key(), start) < 0) {
                        return false;
                    }
                    newestFirst.add(event(row.value()));
                    return true;
                });
            }
            return newestFirst.reversed().stream().toList();
        });
    }

    @Override
    public CompletionStage<Optional<PresenceEvent>> asOf(UserKey user, Instant instant) {
        byte[] key = Keys.user(user);
        return rows.read(view -> Optional.ofNullable(asOf(view, key, instant)));
    }

    private static @Nullable PresenceEvent asOf(View view, byte[] user, Instant instant) {
        Days days = Days.kept(view, Table.HISTORY).within(Integer.MIN_VALUE, TimeKeys.day(instant));
        List<PresenceEvent> found = new ArrayList<>(1);
        for (int day = days.last(); day >= days.first() && found.isEmpty(); day--) {
            byte[] start = Keys.join(TimeKeys.day(day), user);
            view.scanBack(Table.HISTORY, TimeKeys.history(day, user, instant, Long.MAX_VALUE), row -> {
                if (Keys.startsWith(row.key(), start)) {
                    found.add(event(row.value()));
                }
                return false;
            });
        }
        return found.isEmpty() ? null : found.getFirst();
    }

    @Override
    public CompletionStage<Long> trim(Instant before) {
        return new HistoryTrim(rows, Table.HISTORY, before)
                .run()
                .thenCombine(new HistoryTrim(rows, Table.READING, before).run(), Long::sum);
    }

    @Override
    public CompletionStage<Written> trace(Reading reading) {
        return rows.change(draft -> StoredReadings.added(draft, reading), written -> {});
    }

    @Override
    public CompletionStage<List<Reading>> readings(UserKey user, Instant from, Instant to, int limit) {
        return rows.read(view -> StoredReadings.between(view, user, from, to, limit));
    }

    /** For the writer: part of a commit. The outbox entry is noted so that both can be removed together. */
    static void append(Draft draft, byte[] user, PresenceEvent event, byte[] encoded, long sequence) {
        byte[] row = ByteBuffer.allocate(Long.BYTES + encoded.length)
                .putLong(sequence)
                .put(encoded)
                .array();
        draft.append(Table.HISTORY, TimeKeys.history(user, event.at(), event.revision()), row);
    }

    /** For the writer, alone: drops all of a user, and tells the outbox entries that belong to it. */
    static void dropAll(Draft draft, byte[] user, LongConsumer sequences) {
        draft.read(view -> {
            Days days = Days.kept(view, Table.HISTORY);
            for (int day = days.first(); day <= days.last(); day++) {
                byte[] start = Keys.join(TimeKeys.day(day), user);
                view.scan(Table.HISTORY, start, row -> {
                    boolean own = Keys.startsWith(row.key(), start);
                    if (own) {
                        draft.drop(Table.HISTORY, row.key());
                        sequences.accept(ByteBuffer.wrap(row.value()).getLong());
                    }
                    return own;
                });
            }
            return null;
        });
    }

    static PresenceEvent event(byte[] row) {
        return Damage.named("event", () -> EventCodec.decode(Arrays.copyOfRange(row, Long.BYTES, row.length)));
    }
}
