package dev.porchlight.store.embedded.records;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.Outbox;
import dev.porchlight.rows.Draft;
import dev.porchlight.rows.Keys;
import dev.porchlight.rows.Rows;
import dev.porchlight.rows.Table;
import dev.porchlight.rows.View;
import dev.porchlight.store.embedded.rocks.RocksRows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The outbox table, ordered by sequence. What is held is known in memory only: after a crash it is to be handed out again
 * anyway.
 */
public final class StoredOutbox implements Outbox {
    /** The highest sequence that may have been removed from the table: the next one must be above it. */
    private static final byte[] REMOVED_UP_TO = Keys.text("outbox.removed");

    private final Rows rows;
    private final Map<Long, Instant> heldUntil = new HashMap<>();
    private final Queue<Long> letGo = new ConcurrentLinkedQueue<>();
    private long floor;

    /** The writer's. */
    private long last;

    public StoredOutbox(RocksRows rows) {
        this.rows = rows;
        this.last = rows.database().read(StoredOutbox::highest);
    }

    private static long highest(View view) {
        byte[] waiting = view.last(Table.OUTBOX);
        byte[] removed = view.get(Table.META, REMOVED_UP_TO);
        return Math.max(waiting == null ? 0 : Keys.sequence(waiting), removed == null ? 0 : Keys.sequence(removed));
    }

    /** For the writer: part of a commit. Answers the sequence. */
    long append(Draft draft, byte[] event) {
        last++;
        draft.append(Table.OUTBOX, Keys.sequence(last), OutboxRow.fresh(event));
        return last;
    }

    @Override
    public CompletionStage<List<Entry>> take(Instant now, int limit, Duration hold) {
        return rows.read(view -> taken(view, now, limit, hold));
    }

    private synchronized List<Entry> taken(View view, Instant now, int limit, Duration hold) {
        for (Long gone = letGo.poll(); gone != null; gone = letGo.poll()) {
            heldUntil.remove(gone);
        }
        List<Entry> entries = new ArrayList<>();
        if (limit > 0) {
            Set<UserKey> passed = new HashSet<>();
            Front front = new Front();
            view.scan(Table.OUTBOX, Keys.sequence(floor), row -> {
                long sequence = Keys.sequence(row.key());
                front.passing(sequence);
                OutboxRow waiting = OutboxRow.decode(row.value());
                if (passed.add(waiting.event().user()) && isReady(sequence, waiting, now)) {
                    heldUntil.put(sequence, now.plus(hold));
                    entries.add(new Entry(sequence, waiting.attempts(), waiting.event()));
                }
                return entries.size() < limit;
            });
            floor = front.first(floor);
        }
        return entries;
    }

    private boolean isReady(long sequence, OutboxRow row, Instant now) {
        Instant held = heldUntil.get(sequence);
        return !row.notBefore().isAfter(now) && (held == null || !held.isAfter(now));
    }

    @Override
    public CompletionStage<Void> done(Entry entry) {
        byte[] key = Keys.sequence(entry.sequence());
        return answered(rows.change(
                draft -> {
                    draft.delete(Table.OUTBOX, key);
                    noteRemoval(draft);
                    return entry;
                },
                this::letGo));
    }

    @Override
    public CompletionStage<Void> again(Entry entry, Instant notBefore) {
        byte[] key = Keys.sequence(entry.sequence());
        return answered(rows.change(
                draft -> {
                    byte[] row = draft.get(Table.OUTBOX, key);
                    if (row != null) {
                        draft.put(Table.OUTBOX, key, OutboxRow.decode(row).again(notBefore));
                    }
                    return entry;
                },
                this::letGo));
    }

    /** The mark stays until a scan begins that sees the row's change. */
    void letGo(Entry entry) {
        letGo.add(entry.sequence());
    }

    @Override
    public CompletionStage<Long> trim(Instant before) {
        return rows.read(view -> Old.of(view, before)).thenCompose(this::drop);
    }

    private CompletionStage<Long> drop(Old old) {
        return rows.changeAlone(
                draft -> {
                    old.runs()
                            .forEach(run -> draft.dropRange(
                                    Table.OUTBOX, Keys.sequence(run.first()), Keys.sequence(run.last() + 1)));
                    noteRemoval(draft);
                    return old.count();
                },
                count -> {});
    }

    /** For the writer: takes an entry out. Answers whether it was still there. */
    boolean remove(Draft draft, Entry entry) {
        byte[] key = Keys.sequence(entry.sequence());
        if (draft.get(Table.OUTBOX, key) == null) {
            return false;
        }
        draft.delete(Table.OUTBOX, key);
        noteRemoval(draft);
        return true;
    }

    /** For the writer: drops an entry with the user whose it is. */
    void drop(Draft draft, long sequence) {
        draft.delete(Table.OUTBOX, Keys.sequence(sequence));
        noteRemoval(draft);
    }

    private void noteRemoval(Draft draft) {
        draft.put(Table.META, REMOVED_UP_TO, Keys.sequence(last));
    }

    private static CompletionStage<Void> answered(CompletionStage<Entry> stage) {
        return stage.thenAccept(entry -> {});
    }

    /** Remembers the first row of a scan, before which there will never be one again. */
    private static final class Front {
        private long first = -1;

        void passing(long sequence) {
            if (first < 0) {
                first = sequence;
            }
        }

        long first(long otherwise) {
            return first < 0 ? otherwise : first;
        }
    }
}
