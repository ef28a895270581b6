package dev.porchlight.store.embedded.records;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.store.embedded.rocks.Draft;
import java.util.List;
import java.util.function.Consumer;

/** Takes a user out of every table. For the writer, alone. */
record UserRemoval(StoredLedger ledger, StoredOutbox outbox, StoredTokens tokens, LocalFeed feed) {

    /**
     * Drafts it.
     *
     * @param before sees the user as it was
     * @param revoked sees the hash of each token
     */
    Written draft(Draft draft, UserKey user, Consumer<User> before, Consumer<String> revoked) {
        byte[] key = Keys.user(user);
        Stored stored = ledger.current(draft, user, key);
        User old = UserRows.remove(draft, user);
        if (old == null) {
            return Written.MISSING;
        }
        before.accept(old);
        ledger.draftRemoval(draft, key, stored.presence().revision());
        StoredAlarms.replace(draft, key, stored.alarm(), null);
        StoredHistory.dropAll(draft, key, sequence -> outbox.drop(draft, sequence));
        StoredReadings.dropAll(draft, key);
        TokenRows.dropAll(draft, TokenIndex.ofUser(user), revoked);
        GrantRows.dropAll(draft, GrantIndex.ofUser(user));
        StoredPasswords.drop(draft, user);
        return Written.DONE;
    }

    /** After it is written. */
    void durable(UserKey user, List<String> revoked) {
        revoked.forEach(tokens::removed);
        ledger.removed(user);
        feed.gap(user);
    }
}
