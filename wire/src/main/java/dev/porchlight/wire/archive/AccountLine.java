package dev.porchlight.wire.archive;

import dev.porchlight.wire.Required;
import java.time.Instant;

/** A tenant. */
public record AccountLine(
        @Required String id,
        @Required String name,
        @Required Instant createdAt) {}
