package dev.porchlight.wire;

import org.jspecify.annotations.Nullable;

/** The body of PATCH /v2/users/{userId}. What is absent or null stays as it is. */
public record UpdateUserRequest(
        @Nullable String email,
        @Nullable Integer type,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String displayName) {}
