package dev.porchlight.store.valkey.dir;

import dev.porchlight.core.presence.UserKey;
import java.util.List;

/** Users cannot be added yet: something is left of earlier ones of their ids. */
final class StillLeavingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<UserKey> users;

    StillLeavingException(List<UserKey> users) {
        super("something is left of " + users);
        this.users = users;
    }

    List<UserKey> users() {
        return users;
    }
}
