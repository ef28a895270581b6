package dev.porchlight.engine.port;

import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.core.rule.Decision.Accepted;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Keeps each user's presence. State, event, alarm and outbox entry of a commit appear together or not at all, and an
 * acknowledged commit survives a crash, as far as the store's settings promise.
 */
public interface Ledger {

    /**
     * The latest committed presence; of a user who has none {@link Presence#none}, at revision 0 or, once users were removed,
     * at one above all of theirs: so that nobody who remembers a removed user takes the next one of that id for older.
     */
    CompletionStage<Presence> read(UserKey user);

    /** The same for many users, one entry for each, named twice or not. Not one snapshot: each is its own user's latest. */
    CompletionStage<Map<UserKey, Presence>> readAll(Collection<UserKey> users);

    /**
     * What this node last knew of the user, from memory and at once: perhaps no longer the latest, which a commit over it would
     * find out. Empty where nothing is remembered, as in a store that reads quickly enough.
     */
    default Optional<Presence> remembered(UserKey user) {
        return Optional.empty();
    }

    /**
     * Stores what was accepted, if the user's revision is exactly the one before {@code accepted.next().revision()}. Of two
     * writers over the same revision one wins. Answers after the change is durable and has been handed to the feed's log.
     * The user need not be in the directory.
     */
    CompletionStage<Commit> commit(Accepted accepted);

    /** What became of a commit. */
    enum Commit {
        COMMITTED,
        /** Somebody else committed first; nothing has changed. */
        STALE
    }
}
