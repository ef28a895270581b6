package dev.porchlight.wire;

import java.time.Instant;

/** A tenant. */
public record AccountReply(String id, String name, Instant createdAt) {}
