package dev.porchlight.wire;

import org.jspecify.annotations.Nullable;

/**
 * The body of PUT /v1/users/{userId}/declaration.
 *
 * @param duration in minutes, of Do_Not_Disturb
 */
public record DeclarationRequest(
        @Required String status, @Nullable Integer duration) {}
