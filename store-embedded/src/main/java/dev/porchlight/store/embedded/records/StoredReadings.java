package dev.porchlight.store.embedded.records;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.codec.ReadingCodec;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.engine.port.History.Reading;
import dev.porchlight.rows.Damage;
import dev.porchlight.rows.Draft;
import dev.porchlight.rows.Keys;
import dev.porchlight.rows.Table;
import dev.porchlight.rows.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The readings table: keyed like the history, with a count from 1 of those of one instant in the place of the revision. */
final class StoredReadings {
    private StoredReadings() {}

    /** For the writer. One that is there already is not added again. */
    static Written added(Draft draft, Reading reading) {
        byte[] user = Keys.user(reading.user());
        byte[] row = ReadingCodec.encode(reading);
        byte[] key = TimeKeys.history(user, reading.at(), 1);
        byte[] there = draft.get(Table.READING, key);
        for (long next = 2; there != null && !Arrays.equals(there, row); next++) {
            key = TimeKeys.history(user, reading.at(), next);
            there = draft.get(Table.READING, key);
        }
        if (there == null) {
            draft.put(Table.READING, key, row);
        }
        return Written.DONE;
    }

    /** Oldest first, of too many the newest. */
    static List<Reading> between(View view, UserKey user, Instant from, Instant to, int limit) {
        byte[] key = Keys.user(user);
        List<Reading> newestFirst = new ArrayList<>();
        Days days = Days.kept(view, Table.READING).within(TimeKeys.day(from), TimeKeys.day(to));
        for (int day = days.last(); day >= days.first() && newestFirst.size() < limit; day--) {
            byte[] start = TimeKeys.history(day, key, from, 0);
            view.scanBack(Table.READING, TimeKeys.history(day, key, to, 0), row -> {
                boolean within = Keys.compare(row.key(), start) >= 0 && newestFirst.size() < limit;
                return within && newestFirst.add(decoded(row.value()));
            });
        }
        return List.copyOf(newestFirst.reversed());
    }

    /** For the writer, alone: drops all of a user. */
    static void dropAll(Draft draft, byte[] user) {
        draft.read(view -> {
            Days days = Days.kept(view, Table.READING);
            for (int day = days.first(); day <= days.last(); day++) {
                byte[] start = Keys.join(TimeKeys.day(day), user);
                view.scan(Table.READING, start, row -> {
                    boolean own = Keys.startsWith(row.key(), start);
                    if (own) {
                        draft.drop(Table.READING, row.key());
                    }
                    return own;
                });
            }
            return null;
        });
    }

    static Reading decoded(byte[] row) {
        return Damage.named("reading", () -> ReadingCodec.decode(row));
    }
}
