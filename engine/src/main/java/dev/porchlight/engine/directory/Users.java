package dev.porchlight.engine.directory;

import dev.porchlight.core.presence.UserKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The users of all accounts. */
public interface Users {

    /**
     * The user of that id or address. Ids differ by letter case.
     *
     * @param idOrEmail an e-mail address, in any letter case, if it contains {@code @}; else an id
     */
    CompletionStage<Optional<User>> find(String account, String idOrEmail);

    /**
     * Users of the account, ordered by id.
     *
     * @param after the last id of the page before, there still or not, or null for the first page
     * @param limit at most so many
     */
    CompletionStage<Page<User>> list(String account, @Nullable String after, int limit);

    /**
     * Adds users, each for itself: all that can be are added. One answer each, in the order given: {@code ID_TAKEN} or
     * {@code EMAIL_TAKEN} where somebody of the account has it, an earlier one of the list too.
     */
    CompletionStage<List<Written>> add(List<User> users);

    /** {@code MISSING} where there is no user of that id, {@code EMAIL_TAKEN} where the new address is somebody else's. */
    CompletionStage<Written> update(User user);

    /**
     * Removes a user with presence, alarm, history, outbox entries and own tokens, all together or not at all. Watchers are
     * told of a gap. {@code MISSING} where there is none.
     */
    CompletionStage<Written> remove(UserKey user);
}
