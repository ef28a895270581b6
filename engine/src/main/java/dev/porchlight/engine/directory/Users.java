package dev.porchlight.engine.directory;

import dev.porchlight.core.presence.UserKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The users of all accounts. */
public interface Users {

    /**
     * The user of that id or address.
     *
     * @param idOrEmail an e-mail address, in any letter case, if it contains {@code @}; else an id
     */
    CompletionStage<Optional<User>> find(String account, String idOrEmail);

    /**
     * Users of the account, ordered by id.
     *
     * @param after the last id of the page before, or null for the first page
     * @param limit at most so many
     */
    CompletionStage<Page<User>> list(String account, @Nullable String after, int limit);

    /** Adds users, each for itself: all that can be are added. One answer each, in the order given. */
    CompletionStage<List<Written>> add(List<User> users);

    /** {@code MISSING} where there is no user of that id. */
    CompletionStage<Written> update(User user);

    /** Removes a user with presence, alarm and history. {@code MISSING} where there is none. */
    CompletionStage<Written> remove(UserKey user);
}
