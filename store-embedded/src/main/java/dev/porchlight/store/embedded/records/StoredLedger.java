package dev.porchlight.store.embedded.records;

import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.core.rule.Decision.Accepted;
import dev.porchlight.engine.port.Ledger;
import dev.porchlight.rows.Damage;
import dev.porchlight.rows.Draft;
import dev.porchlight.rows.Keys;
import dev.porchlight.rows.ReadThrough;
import dev.porchlight.rows.Table;
import dev.porchlight.store.embedded.rocks.RocksRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Presences in memory over the presence table. */
public final class StoredLedger implements Ledger {
    /** In {@link Table#META}: at which revision a user begins of whom nothing is stored. */
    private static final byte[] FLOOR = Keys.text("revision-floor");

    private final RocksRows rows;
    private final CommitParts parts;
    private final ReadThrough<UserKey, Stored> presences;
    private volatile long floor;

    /** @param bytes roughly, of heap for presences in memory */
    public StoredLedger(RocksRows rows, CommitParts parts, long bytes) {
        this.rows = rows;
        this.parts = parts;
        this.presences = new ReadThrough<>(bytes, null, (user, stored) -> stored.weight(), rows, this::load);
        this.floor = storedFloor();
    }

    @Override
    public CompletionStage<Presence> read(UserKey user) {
        Stored stored = presences.inMemory(user);
        return stored != null ? CompletableFuture.completedStage(stored.presence()) : rows.run(() -> fromDisk(user));
    }

    @Override
    public CompletionStage<Map<UserKey, Presence>> readAll(Collection<UserKey> users) {
        Map<UserKey, Presence> found = HashMap.newHashMap(users.size());
        List<UserKey> missing = new ArrayList<>();
        for (UserKey user : users) {
            Stored stored = presences.inMemory(user);
            if (stored != null) {
                found.put(user, stored.presence());
            } else {
                missing.add(user);
            }
        }
        if (missing.isEmpty()) {
            return CompletableFuture.completedStage(found);
        }
        return rows.run(() -> {
            missing.forEach(user -> found.put(user, fromDisk(user)));
            return found;
        });
    }

    @Override
    public CompletionStage<Commit> commit(Accepted accepted) {
        CommitChange change = new CommitChange(accepted, this, parts);
        rows.writer().submit(change);
        return change;
    }

    /** What the next change of the user builds on. */
    Stored current(Draft draft, UserKey user, byte[] key) {
        if (draft.touches(Table.PRESENCE, key)) {
            return decoded(user, draft.get(Table.PRESENCE, key));
        }
        Stored stored = presences.get(user);
        return stored == null ? Stored.none(user, floor) : stored;
    }

    /** Whoever has the id next goes on above that revision. */
    void draftRemoval(Draft draft, byte[] key, long revision) {
        draft.delete(Table.PRESENCE, key);
        if (revision >= floor) {
            draft.put(Table.META, FLOOR, Keys.sequence(revision + 1));
        }
    }

    /** Takes the presence into memory, in this thread. */
    void warm(UserKey user) {
        presences.get(user);
    }

    void changed(UserKey user, Stored stored) {
        presences.changed(user, stored);
    }

    void removed(UserKey user) {
        floor = storedFloor();
        presences.removed(user);
    }

    /** After the tables may have changed under it. */
    public void forgetAll() {
        presences.forgetAll();
    }

    /** After a failed write. */
    void recovered() {
        floor = storedFloor();
    }

    private long storedFloor() {
        byte[] stored = rows.get(Table.META, FLOOR);
        return stored == null ? 0 : Keys.sequence(stored);
    }

    private Presence fromDisk(UserKey user) {
        Stored stored = presences.get(user);
        return stored == null ? Stored.none(user, floor).presence() : stored.presence();
    }

    private Stored load(UserKey user) {
        return decoded(user, rows.get(Table.PRESENCE, Keys.user(user)));
    }

    private Stored decoded(UserKey user, byte @Nullable [] row) {
        return row == null ? Stored.none(user, floor) : Damage.named("presence of " + user, () -> Stored.decode(row));
    }
}
