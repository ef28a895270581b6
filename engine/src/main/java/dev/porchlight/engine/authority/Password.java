package dev.porchlight.engine.authority;

import dev.porchlight.core.presence.UserKey;
import java.time.Instant;

/**
 * What a user signs in with.
 *
 * @param hash of a function made for passwords, with its salt and costs; never the password itself
 */
public record Password(UserKey user, String hash, Instant setAt) {
    @Override
    public String toString() {
        return "Password[user=" + user + "]";
    }
}
