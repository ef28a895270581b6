package dev.porchlight.store.valkey.dir;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.Outbox.Entry;
import dev.porchlight.rows.Draft;
import dev.porchlight.rows.Keys;
import dev.porchlight.rows.Table;
import java.util.List;

/**
 * Of each user the last entry whose letters were put. Entries of a user are posted in order, and one that was posted and did not
 * leave its outbox, because a node died in between, comes again: its letters must not.
 */
final class Postings {
    private Postings() {}

    static void expect(Draft draft, List<Entry> entries) {
        draft.expect(Table.OUTBOX, entries.stream().map(Postings::key).toList());
    }

    /** Notes that its letters are put. Answers false where they were put before. */
    static boolean note(Draft draft, Entry entry) {
        byte[] last = draft.get(Table.OUTBOX, key(entry));
        if (last != null && Keys.sequence(last) >= entry.sequence()) {
            return false;
        }
        draft.put(Table.OUTBOX, key(entry), Keys.sequence(entry.sequence()));
        return true;
    }

    static void forget(Draft draft, UserKey user) {
        draft.delete(Table.OUTBOX, Keys.user(user));
    }

    private static byte[] key(Entry entry) {
        return Keys.user(entry.event().user());
    }
}
