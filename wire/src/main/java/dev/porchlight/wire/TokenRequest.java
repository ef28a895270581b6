package dev.porchlight.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a new access token of the caller's account.
 *
 * @param user id or e-mail address of its user, or null for a server-to-server token, which has no {@code me}
 * @param name what it is for, in a person's words
 * @param expiresIn in seconds, or null for never
 */
public record TokenRequest(
        @Nullable String user,
        @Nullable String name,
        @Required List<String> scopes,
        @Nullable Long expiresIn) {}
