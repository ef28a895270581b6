package dev.porchlight.wire;

import java.time.Instant;
import java.util.List;

/** An OAuth app, without its secret, which nobody knows any more. */
public record AppReply(String clientId, String name, List<String> scopes, Instant createdAt) {}
