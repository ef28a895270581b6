package dev.porchlight.wire;

import org.jspecify.annotations.Nullable;

/**
 * The body of POST /v2/users.
 *
 * @param action {@code create}
 */
public record CreateUserRequest(
        @Required String action, @Required UserInfo userInfo) {

    /**
     * The user to be.
     *
     * @param id chosen by the caller, or null for one made at random
     * @param type 1 basic, 2 licensed, null for basic
     */
    public record UserInfo(
            @Nullable String id,
            @Required String email,
            @Nullable Integer type,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String displayName) {}
}
