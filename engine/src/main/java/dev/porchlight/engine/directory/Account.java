package dev.porchlight.engine.directory;

import java.time.Instant;

/** A tenant. Users of one account never see, name or change users of another. */
public record Account(String id, String name, Instant createdAt) {}
