package dev.porchlight.wire.dev;

import java.time.Instant;

/** What time it is for the server, and whether it stands still. */
public record ClockReply(Instant now, boolean frozen) {}
