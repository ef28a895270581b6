package dev.porchlight.wire.archive;

import dev.porchlight.wire.Required;
import java.time.Instant;

/**
 * A user.
 *
 * @param type 1 basic, 2 licensed
 * @param state {@code active} or {@code inactive}
 */
public record UserLine(
        @Required String account,
        @Required String id,
        @Required String email,
        @Required String firstName,
        @Required String lastName,
        @Required String displayName,
        @Required Integer type,
        @Required String state,
        @Required Instant createdAt) {}
