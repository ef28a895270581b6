package dev.porchlight.engine.port;

import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import java.util.concurrent.CompletionStage;

/**
 * Tells of committed events, per user in the order of their revisions, none before its commit: a read begun when an event
 * arrives sees that event's revision or a newer one. Events may come twice. To know a user without a hole: watch first,
 * then read.
 */
public interface Feed {

    /**
     * Tells the listener of the events of all commits that begin once the stage is complete, and perhaps of earlier ones.
     * Where the stage fails the listener stays, and is told of a gap when the store can be heard. Watching twice is watching
     * once.
     */
    CompletionStage<Void> watch(UserKey user, Listener listener);

    /** Ends it. An event under way may still arrive. */
    void unwatch(UserKey user, Listener listener);

    /**
     * Must return at once: it is called on the store's thread, and a slow one would hold up all others. It may call the
     * store. One that throws is logged, and harms neither the commit nor the other listeners.
     */
    interface Listener {
        void changed(PresenceEvent event);

        /** Events of the user may have been lost, or the user was removed: read again. */
        void gap(UserKey user);
    }
}
