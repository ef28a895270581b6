package dev.porchlight.store.valkey.dir;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.Outbox.Entry;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What lies in other slots than the directory, as far as it changes with it: steps after one another, not one step. */
public interface Elsewhere {

    /** Which revision a user's presence has. */
    CompletionStage<Long> revision(UserKey user);

    /** Removes all of a user that has that revision. False where it has another, and nothing is removed. */
    CompletionStage<Boolean> remove(UserKey user, long revision);

    /** Of these entries those that are still in the outbox, in the order given. */
    CompletionStage<List<Entry>> waiting(List<Entry> entries);

    /** Takes an entry out of the outbox. */
    CompletionStage<Void> done(Entry entry);

    /** Whether this node looks after the deliveries of the subscription. */
    boolean owns(String subscription);
}
