package dev.porchlight.core.rule;

import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.PresenceEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What follows from a command. Nothing has happened yet: only the ledger makes it so. */
public sealed interface Decision {

    /**
     * To be committed over revision {@code next.revision() - 1}, all of it or nothing.
     *
     * @param event set if the status or its end changed
     * @param alarm when the answer next changes by itself, or null for never; replaces the user's alarm
     */
    record Accepted(
            Presence next,
            @Nullable PresenceEvent event,
            @Nullable Instant alarm) implements Decision {}

    /** There is nothing to store. */
    record Unchanged(Presence presence) implements Decision {}

    /** The command is not allowed now; nothing changes. */
    record Refused(Refusal refusal) implements Decision {}
}
