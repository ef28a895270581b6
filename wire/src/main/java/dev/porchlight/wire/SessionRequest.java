package dev.porchlight.wire;

import org.jspecify.annotations.Nullable;

/**
 * The body of PUT /v1/users/{userId}/sessions/{sessionId}.
 *
 * @param platform a free word, such as desktop or mobile
 * @param version of the client, such as 5.13.3
 * @param state {@code active} or {@code idle}; null for active
 * @param lease in seconds, or null for the default
 */
public record SessionRequest(
        @Required String platform,
        @Required String version,
        @Nullable String state,
        @Nullable Integer lease) {}
