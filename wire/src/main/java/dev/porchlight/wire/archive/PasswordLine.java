package dev.porchlight.wire.archive;

import dev.porchlight.wire.Required;
import java.time.Instant;

/** A user's password, hashed. */
public record PasswordLine(
        @Required String account,
        @Required String user,
        @Required String hash,
        @Required Instant setAt) {
    @Override
    public String toString() {
        return "PasswordLine[account=" + account + ", user=" + user + "]";
    }
}
