package dev.porchlight.client.watch;

import dev.porchlight.client.http.AccessTokens;
import dev.porchlight.client.problem.PresenceError;
import dev.porchlight.client.problem.PresenceException;
import dev.porchlight.client.time.Backoff;
import dev.porchlight.client.time.Time;
import dev.porchlight.wire.WatchEvent;
import dev.porchlight.wire.WatchNotice;
import dev.porchlight.wire.WatchRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A watch of some users, which keeps a roster current. When the connection breaks it comes back: at the time that the server
 * advised, else after a growing and random while; with what it knows, so that only news is sent again. After a close of 44xx it
 * stays away, but for 4401 with a token that could be renewed.
 */
public final class Watch implements AutoCloseable {
    /** A connection that lasted so long was a good one: the next wait is a short one again. */
    private static final Duration GOOD = Duration.ofSeconds(30);

    private static final Duration LONGEST_ADVICE = Duration.ofMinutes(5);

    private final Door door;
    private final AccessTokens tokens;
    private final Time time;
    private final Backoff backoff;
    private final WatchListener listener;
    private final List<String> users;
    private final Roster roster = new Roster();
    private final CompletableFuture<WatchState.Ended> ended = new CompletableFuture<>();

    private @Nullable Connection connection;
    private @Nullable Instant openedAt;
    private @Nullable Duration advice;
    private Runnable nextTry = () -> {};
    private int tries;

    private Watch(
            Door door,
            AccessTokens tokens,
            Time time,
            Backoff backoff,
            WatchListener listener,
            Collection<String> users) {
        this.door = door;
        this.tokens = tokens;
        this.time = time;
        this.backoff = backoff;
        this.listener = listener;
        this.users = List.copyOf(users);
    }

    /** Begins to watch; the connection comes about by and by. */
    public static Watch begin(
            Door door,
            AccessTokens tokens,
            Time time,
            Backoff backoff,
            WatchListener listener,
            Collection<String> users) {
        Watch watch = new Watch(door, tokens, time, backoff, listener, users);
        time.run(watch::connect);
        return watch;
    }

    public Roster roster() {
        return roster;
    }

    /** Completes when the watch is over, with why. */
    public CompletableFuture<WatchState.Ended> ended() {
        return ended.copy();
    }

    @Override
    public void close() {
        end(null);
    }

    private void connect() {
        listener.state(new WatchState.Connecting());
        try {
            Connection next = new Connection(this, time, tokens.current());
            if (take(next)) {
                next.open(door, new WatchRequest(users, null, roster.known()));
            }
        } catch (PresenceException e) {
            // There was no token.
            parted(Parting.failed(e.error()));
        }
    }

    private synchronized boolean take(Connection next) {
        if (ended.isDone()) {
            return false;
        }
        connection = next;
        tries++;
        return true;
    }

    void opened(Connection open) {
        synchronized (this) {
            openedAt = time.instant();
        }
        listener.state(new WatchState.Live());
    }

    void heard(WatchEvent event) {
        if (roster.apply(event)) {
            listener.changed(event);
        }
    }

    void heard(WatchNotice notice) {
        List<String> unknown = notice.unknown();
        if (unknown != null) {
            listener.unknown(unknown);
        }
        Long millis = notice.reconnectIn();
        if (millis != null && millis >= 0) {
            synchronized (this) {
                Duration wait = Duration.ofMillis(millis);
                advice = wait.compareTo(LONGEST_ADVICE) < 0 ? wait : LONGEST_ADVICE;
            }
        }
    }

    /** The connection is no more, or never came about. */
    void parted(Connection from, Parting parting) {
        boolean anotherToken = parting.next() == Parting.Next.COME_BACK_WITH_ANOTHER_TOKEN;
        try {
            if (anotherToken && !tokens.refused(from.token())) {
                end(parting.because());
            } else {
                parted(parting);
            }
        } catch (PresenceException e) {
            parted(Parting.failed(e.error()));
        }
    }

    private void parted(Parting parting) {
        if (parting.next() == Parting.Next.STAY_AWAY) {
            end(parting.because());
            return;
        }
        WatchState waiting;
        synchronized (this) {
            if (ended.isDone()) {
                return;
            }
            connection = null;
            Instant now = time.instant();
            Duration wait = pause(parting, now);
            waiting = new WatchState.WaitingToReconnect(now.plus(wait), parting.because());
            nextTry = time.after(wait, this::connect);
        }
        listener.state(waiting);
    }

    private Duration pause(Parting parting, Instant now) {
        if (openedAt != null && !openedAt.plus(GOOD).isAfter(now)) {
            tries = 1;
        }
        openedAt = null;
        Duration advised = advice;
        advice = null;
        if (advised != null) {
            return advised;
        }
        Duration own = backoff.after(Math.max(1, tries));
        return parting.because()
                .retryTime()
                .map(at -> Duration.between(now, at).plus(own))
                .filter(Duration::isPositive)
                .orElse(own);
    }

    private void end(@Nullable PresenceError because) {
        WatchState.Ended state = new WatchState.Ended(because);
        Connection last;
        synchronized (this) {
            if (!ended.complete(state)) {
                return;
            }
            nextTry.run();
            last = connection;
        }
        if (last != null) {
            last.drop();
        }
        listener.state(state);
    }
}
