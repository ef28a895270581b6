package dev.porchlight.engine.watch;

import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.Feed;
import dev.porchlight.engine.port.Ledger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One watched user: the newest answer, and the mailboxes that get it. The lock orders what goes into the mailboxes; nobody
 * is called with it held.
 */
final class Watched implements Feed.Listener {
    private static final System.Logger LOG = System.getLogger(Watched.class.getName());
    private static final long NOTHING = -1;

    private final UserKey user;
    private final Ledger ledger;
    private final Set<Mailbox> mailboxes = new LinkedHashSet<>();
    /** Those who joined since the read under way began: what it shows may be older than what they know. */
    private final Set<Mailbox> late = new HashSet<>();

    private @Nullable Shown latest;
    private boolean abandoned;
    private boolean reading;
    private boolean readAgain;
    private boolean unread;

    /** What became of an attempt to join. */
    enum Joined {
        /** The first to come, who is to see to the feed. */
        FIRST,
        ANOTHER,
        /** The last mailbox has left before; another {@code Watched} takes the place of this one. */
        TOO_LATE
    }

    Watched(UserKey user, Ledger ledger) {
        this.user = user;
        this.ledger = ledger;
    }

    /** @param known the revision that the watcher has from elsewhere, which may be newer than what is known here */
    Joined join(Mailbox mailbox, long known) {
        List<Mailbox> announced = List.of();
        boolean behind;
        Joined joined;
        synchronized (this) {
            if (abandoned) {
                return Joined.TOO_LATE;
            }
            joined = mailboxes.isEmpty() ? Joined.FIRST : Joined.ANOTHER;
            mailboxes.add(mailbox);
            if (reading) {
                late.add(mailbox);
            }
            boolean knowing = Math.max(known, revision()) > NOTHING;
            behind = joined == Joined.ANOTHER && (reading ? knowing : known > revision());
            if (latest != null && mailbox.offer(latest)) {
                announced = List.of(mailbox);
            }
        }
        announce(announced);
        if (behind) {
            read();
        }
        return joined;
    }

    /** Answers whether that was the last: nobody can join any more. */
    synchronized boolean leave(Mailbox mailbox) {
        boolean left = mailboxes.remove(mailbox);
        abandoned |= left && mailboxes.isEmpty();
        return left && abandoned;
    }

    synchronized boolean isAbandoned() {
        return abandoned;
    }

    @Override
    public void changed(PresenceEvent event) {
        List<Mailbox> announced;
        synchronized (this) {
            if (revision() >= event.revision()) {
                // Late or repeated; or of a store that was set back, which only a new read can tell.
                readAgain |= reading;
                return;
            }
            Shown shown = Shown.by(event);
            latest = shown;
            announced = fill(mailbox -> mailbox.offer(shown));
        }
        announce(announced);
    }

    @Override
    public void gap(UserKey ignored) {
        read();
    }

    /** Reads again if the last read failed; fails if this one does. */
    CompletionStage<?> heal() {
        synchronized (this) {
            if (!unread) {
                return CompletableFuture.completedStage(null);
            }
        }
        return read();
    }

    CompletionStage<?> read() {
        long before;
        synchronized (this) {
            readAgain = reading;
            if (reading || abandoned) {
                return CompletableFuture.completedStage(null);
            }
            reading = true;
            late.clear();
            before = revision();
        }
        return ledger.read(user).whenComplete((presence, failure) -> finished(presence, before));
    }

    /** @param presence null where the read has failed, which is kept for {@link #heal} */
    private void finished(@Nullable Presence presence, long before) {
        List<Mailbox> announced = List.of();
        boolean again;
        synchronized (this) {
            reading = false;
            again = readAgain && presence != null;
            unread = presence == null;
            if (presence != null) {
                announced = settle(Shown.by(presence), before);
            }
        }
        announce(announced);
        if (again) {
            read();
        }
    }

    private List<Mailbox> settle(Shown read, long before) {
        boolean rewritten = latest != null && read.revision() == latest.revision() && !isSame(read, latest);
        if (latest == null || rewritten || isNews(read.revision(), before)) {
            latest = read;
        }
        Shown stands = rewritten ? latest.asCorrected() : latest;
        return fill(mailbox -> late.contains(mailbox) ? mailbox.offer(stands) : mailbox.correct(stands));
    }

    /** A read never shows less than was told before it began, unless the store was set back meanwhile. */
    private boolean isNews(long read, long before) {
        return read > revision() || read < before;
    }

    /** One revision can come twice, where the first was told and then lost before it was acknowledged. */
    private static boolean isSame(Shown one, Shown other) {
        return one.answer().equals(other.answer()) && one.changedAt().equals(other.changedAt());
    }

    private long revision() {
        return latest == null ? NOTHING : latest.revision();
    }

    /** Called with the lock held. Answers the mailboxes to announce it to, without the lock. */
    private List<Mailbox> fill(Predicate<Mailbox> put) {
        return mailboxes.stream().filter(put).toList();
    }

    private static void announce(List<Mailbox> mailboxes) {
        for (Mailbox mailbox : mailboxes) {
            try {
                mailbox.announce();
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "a watcher's door failed to be told that something waits", e);
            }
        }
    }
}
