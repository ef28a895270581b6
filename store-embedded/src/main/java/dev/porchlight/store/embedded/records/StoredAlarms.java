package dev.porchlight.store.embedded.records;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.Alarms;
import dev.porchlight.rows.Draft;
import dev.porchlight.rows.Keys;
import dev.porchlight.rows.Rows;
import dev.porchlight.rows.Table;
import dev.porchlight.rows.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The alarm table, ordered by instant. Its front is where alarms are removed all the time, and a scan has to step over all that
 * was removed and not yet compacted; so it remembers an instant before which there is none.
 */
public final class StoredAlarms implements Alarms {
    private static final byte[] NOTHING = {};

    private final Rows rows;
    private final Object scanning = new Object();
    private Instant floor = Instant.MIN;
    private Instant earliestSet = Instant.MAX;

    public StoredAlarms(Rows rows) {
        this.rows = rows;
    }

    @Override
    public CompletionStage<List<UserKey>> due(Instant now, int limit) {
        return rows.read(view -> {
            List<UserKey> users = new ArrayList<>();
            scan(view, key -> {
                if (users.size() == limit || Keys.instantAt(key, 0).isAfter(now)) {
                    return false;
                }
                users.add(TimeKeys.userOfAlarm(key));
                return true;
            });
            return users;
        });
    }

    @Override
    public CompletionStage<Optional<Instant>> next() {
        return rows.read(view -> {
            List<Instant> first = new ArrayList<>(1);
            scan(view, key -> {
                first.add(Keys.instantAt(key, 0));
                return false;
            });
            return first.stream().findFirst();
        });
    }

    /** For the writer, after a commit. */
    synchronized void set(@Nullable Instant alarm) {
        if (alarm != null) {
            floor = earlier(floor, alarm);
            earliestSet = earlier(earliestSet, alarm);
        }
    }

    /** After the table may have changed under it. */
    public synchronized void forget() {
        floor = Instant.MIN;
    }

    static void replace(Draft draft, byte[] user, @Nullable Instant old, @Nullable Instant next) {
        if (old != null) {
            draft.dropSingle(Table.ALARM, TimeKeys.alarm(old, user));
        }
        if (next != null) {
            draft.append(Table.ALARM, TimeKeys.alarm(next, user), NOTHING);
        }
    }

    private void scan(View view, Predicate<byte[]> visitor) {
        synchronized (scanning) {
            Instant from = scanFrom();
            List<Instant> first = new ArrayList<>(1);
            view.scan(Table.ALARM, Keys.instant(from), row -> {
                byte[] key = row.key();
                if (first.isEmpty()) {
                    first.add(Keys.instantAt(key, 0));
                }
                return visitor.test(key);
            });
            scanned(first.isEmpty() ? Instant.MAX : first.getFirst());
        }
    }

    private synchronized Instant scanFrom() {
        earliestSet = Instant.MAX;
        return floor;
    }

    /** What was set while the scan ran it may not have seen. */
    private synchronized void scanned(Instant first) {
        floor = earlier(first, earliestSet);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
