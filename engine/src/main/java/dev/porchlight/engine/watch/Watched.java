package dev.porchlight.engine.watch;

import dev.porchlight.core.presence.Presence;
import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.Feed;
import dev.porchlight.engine.port.Ledger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

    Joined join(Mailbox mailbox) {
        boolean announce;
        Joined joined;
        synchronized (this) {
            if (abandoned) {
                return Joined.TOO_LATE;
            }
            joined = mailboxes.isEmpty() ? Joined.FIRST : Joined.ANOTHER;
            mailboxes.add(mailbox);
            announce = latest != null && mailbox.put(latest);
        }
        if (announce) {
            announce(List.of(mailbox));
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
                // Late or repeated; or the first of a user who was removed and came again, which only a new read can
                // tell.
                readAgain |= reading;
                return;
            }
            announced = show(Shown.by(event));
        }
        announce(announced);
    }

    @Override
    public void gap(UserKey ignored) {
        read();
    }

    /** Reads again if the last read failed. */
    void heal() {
        synchronized (this) {
            if (!unread) {
                return;
            }
        }
        read();
    }

    void read() {
        long before;
        synchronized (this) {
            readAgain = reading;
            if (reading || abandoned) {
                return;
            }
            reading = true;
            before = revision();
        }
        ledger.read(user).whenComplete((presence, failure) -> finished(presence, failure, before));
    }

    private void finished(@Nullable Presence presence, @Nullable Throwable failure, long before) {
        List<Mailbox> announced = List.of();
        boolean again;
        synchronized (this) {
            reading = false;
            again = readAgain && presence != null;
            unread = presence == null;
            if (presence != null && isNews(presence.revision(), before)) {
                announced = show(Shown.by(presence));
            }
        }
        if (failure != null) {
            LOG.log(Level.WARNING, "could not read a watched user, trying again soon: {0}", failure.toString());
        }
        announce(announced);
        if (again) {
            read();
        }
    }

    /** A read never shows less than was told before it began, unless the user was removed meanwhile. */
    private boolean isNews(long read, long before) {
        return read > revision() || read < before;
    }

    private long revision() {
        return latest == null ? NOTHING : latest.revision();
    }

    /** Called with the lock held. Answers the mailboxes to announce it to, without the lock. */
    private List<Mailbox> show(Shown shown) {
        latest = shown;
        List<Mailbox> announced = new ArrayList<>();
        for (Mailbox mailbox : mailboxes) {
            if (mailbox.put(shown)) {
                announced.add(mailbox);
            }
        }
        return announced;
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
