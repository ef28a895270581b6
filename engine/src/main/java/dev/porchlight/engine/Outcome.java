package dev.porchlight.engine;

import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.rule.Refusal;
import org.jspecify.annotations.Nullable;

/** What became of a command. */
public sealed interface Outcome {

    /**
     * It holds, durably.
     *
     * @param presence as committed, or as it was where there was nothing to change
     * @param event what watchers are told, if anything
     */
    record Done(Presence presence, @Nullable PresenceEvent event) implements Outcome {}

    /** The rules do not allow it now; nothing changed. */
    record Refused(Refusal refusal) implements Outcome {}

    /** Others committed first each time; nothing changed, and trying again is right. */
    record Contended(int attempts) implements Outcome {}
}
