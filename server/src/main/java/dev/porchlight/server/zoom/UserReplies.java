package dev.porchlight.server.zoom;

import dev.porchlight.engine.directory.User;
import dev.porchlight.wire.UserReply;
import java.util.Locale;

/** Users as {@code /v2/users} tells of them. */
final class UserReplies {
    private UserReplies() {}

    static UserReply of(User user) {
        return new UserReply(
                user.id(),
                user.email(),
                user.firstName(),
                user.lastName(),
                user.displayName(),
                user.type(),
                user.state().name().toLowerCase(Locale.ROOT),
                user.createdAt(),
                user.account());
    }
}
