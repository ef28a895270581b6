package dev.porchlight.core.presence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The status that the user, or an app on the user's behalf, set: the PUT presence_status.
 *
 * @param since when it was set
 * @param until when it ends by itself, or null when only the end of the last session ends it
 * @param by who set it
 */
public record Declaration(
        Status status, Instant since, @Nullable Instant until, String by) {}
