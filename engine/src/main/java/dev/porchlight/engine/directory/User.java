package dev.porchlight.engine.directory;

import dev.porchlight.core.presence.UserKey;
import java.time.Instant;

/**
 * Somebody whose presence is known.
 *
 * @param id unique within the account; never contains {@code @}
 * @param email unique within the account, whatever its letter case
 * @param type 1 basic, 2 licensed, as Zoom counts
 */
public record User(
        String account,
        String id,
        String email,
        String firstName,
        String lastName,
        String displayName,
        int type,
        State state,
        Instant createdAt) {

    /** Whether the user may be used. */
    public enum State {
        ACTIVE,
        INACTIVE
    }

    public UserKey key() {
        return new UserKey(account, id);
    }
}
