package dev.porchlight.wire.archive;

import dev.porchlight.wire.Required;
import java.time.Instant;
import java.util.List;

/** An OAuth app; its secret is hashed. */
public record AppLine(
        @Required String account,
        @Required String id,
        @Required String name,
        @Required String secretHash,
        @Required List<String> scopes,
        @Required Instant createdAt) {}
