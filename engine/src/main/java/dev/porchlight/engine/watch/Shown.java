package dev.porchlight.engine.watch;

import dev.porchlight.core.presence.Answer;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;

/**
 * What watchers are told of a user: the whole answer as of a revision. A lower revision than before means that the user was
 * removed meanwhile; whoever keeps revisions starts over.
 *
 * @param revision 0 where nothing is stored of the user
 */
public record Shown(UserKey user, long revision, Answer answer) {

    static Shown by(PresenceEvent event) {
        return new Shown(event.user(), event.revision(), event.answer());
    }

    /**
     * The committed answer and not the one that follows from a clock: an end that this node sees before others may yet be
     * put off by a renewal, of which no event would tell.
     */
    static Shown by(Presence presence) {
        return new Shown(presence.user(), presence.revision(), presence.shown());
    }
}
