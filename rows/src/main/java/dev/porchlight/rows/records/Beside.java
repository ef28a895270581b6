package dev.porchlight.rows.records;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.Outbox;
import dev.porchlight.rows.Draft;
import java.util.List;

/** What a store keeps beside these records, presences and the outbox above all, as far as it changes with them. */
public interface Beside {

    /** Whoever reads a user goes on to the user's presence: it may be taken into memory, in this thread. */
    void warm(UserKey user);

    /**
     * Before users are drafted.
     *
     * @throws RuntimeException where something is left of an earlier user of one of the ids; the change then fails with it
     */
    void adding(Draft draft, List<UserKey> users);

    /** Drafts what else goes with a user. The change stands alone. */
    void removing(Draft draft, UserKey user);

    /** The removal is stored. */
    void removed(UserKey user);

    /** Of these entries it will be asked whether they leave the outbox: what that needs may be read together. */
    void expect(Draft draft, List<Outbox.Entry> entries);

    /**
     * Drafts that an entry leaves the outbox for the lanes. Answers false where it has left already.
     *
     * @param letters whether it leaves any behind
     */
    boolean posting(Draft draft, Outbox.Entry entry, boolean letters);

    /** That is stored. */
    void posted(Outbox.Entry entry);
}
