package dev.porchlight.engine.watch;

import dev.porchlight.core.presence.Answer;
import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import java.time.Instant;

/**
 * What watchers are told of a user: the whole answer as of a revision.
 *
 * @param revision 0 where nothing was ever stored
 * @param changedAt when the answer changed: its status, or only its end; {@link Instant#EPOCH} where it never did
 * @param corrected whether it stands in the place of what was told before, though that had this revision or a higher one: the
 *     store was set back, to a backup for instance, or lost in a fail-over what it had not acknowledged
 */
public record Shown(UserKey user, long revision, Answer answer, Instant changedAt, boolean corrected) {

    public Shown(UserKey user, long revision, Answer answer, Instant changedAt) {
        this(user, revision, answer, changedAt, false);
    }

    public static Shown by(PresenceEvent event) {
        return new Shown(event.user(), event.revision(), event.answer(), event.at());
    }

    /**
     * The answer in the presence. Watchers are told the committed one and not the one that follows from a clock: an end that
     * this node sees before others may yet be put off by a renewal, of which no event would tell.
     */
    public static Shown by(Presence presence) {
        return new Shown(presence.user(), presence.revision(), presence.shown(), presence.changedAt());
    }

    Shown asCorrected() {
        return corrected ? this : new Shown(user, revision, answer, changedAt, true);
    }
}
