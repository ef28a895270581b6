package dev.porchlight.store.valkey.dir;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.Outbox.Entry;
import dev.porchlight.rows.Draft;
import dev.porchlight.rows.records.Beside;
import java.util.List;

/** Presences and the outbox lie in other slots: here is noted only what has to be done there. */
final class DirBeside implements Beside {

    @Override
    public void warm(UserKey user) {}

    @Override
    public void adding(Draft draft, List<UserKey> users) {
        Intents.refuse(draft, users);
    }

    @Override
    public void removing(Draft draft, UserKey user) {
        Intents.note(draft, user);
    }

    @Override
    public void removed(UserKey user) {}

    @Override
    public void expect(Draft draft, List<Entry> entries) {
        Postings.expect(draft, entries);
    }

    @Override
    public boolean posting(Draft draft, Entry entry, boolean letters) {
        return !letters || Postings.note(draft, entry);
    }

    @Override
    public void posted(Entry entry) {}
}
