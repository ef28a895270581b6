package dev.porchlight.engine.authority;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.directory.Written;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The passwords of users, one each at most. They go with their user. */
public interface Passwords {
    CompletionStage<Optional<Password>> find(UserKey user);

    /** Sets it in the place of any other. {@code MISSING} where there is no such user. */
    CompletionStage<Written> set(Password password);

    /** {@code MISSING} where the user has none. */
    CompletionStage<Written> remove(UserKey user);
}
