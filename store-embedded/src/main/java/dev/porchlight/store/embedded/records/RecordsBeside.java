package dev.porchlight.store.embedded.records;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.Outbox.Entry;
import dev.porchlight.rows.Draft;
import dev.porchlight.rows.Keys;
import dev.porchlight.rows.records.Beside;
import java.util.List;

/** Everything is in one database: what goes with a user or a posting goes in the same draft. */
record RecordsBeside(StoredLedger ledger, StoredOutbox outbox, LocalFeed feed) implements Beside {

    @Override
    public void warm(UserKey user) {
        ledger.warm(user);
    }

    /** Nothing was left. */
    @Override
    public void adding(Draft draft, List<UserKey> users) {}

    @Override
    public void removing(Draft draft, UserKey user) {
        byte[] key = Keys.user(user);
        Stored stored = ledger.current(draft, user, key);
        ledger.draftRemoval(draft, key, stored.presence().revision());
        StoredAlarms.replace(draft, key, stored.alarm(), null);
        StoredHistory.dropAll(draft, key, sequence -> outbox.drop(draft, sequence));
        StoredReadings.dropAll(draft, key);
    }

    @Override
    public void removed(UserKey user) {
        ledger.removed(user);
        feed.gap(user);
    }

    @Override
    public void expect(Draft draft, List<Entry> entries) {}

    @Override
    public boolean posting(Draft draft, Entry entry, boolean letters) {
        return outbox.remove(draft, entry);
    }

    @Override
    public void posted(Entry entry) {
        outbox.letGo(entry);
    }
}
