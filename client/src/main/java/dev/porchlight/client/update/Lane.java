package dev.porchlight.client.update;

import dev.porchlight.client.problem.PresenceError;
import dev.porchlight.client.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The updates of one user: one is on its way, the newest other one waits until the window opens. Whatever is newer takes its
 * place. Safe for many threads.
 */
final class Lane {
    /** So often may an update be told to come later. */
    private static final int MAX_REFUSALS = 5;

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

    private final String user;
    private final Delivery delivery;
    private final Time time;
    private final Duration window;
    private final Duration patience;
    private final Runnable whenIdle;

    private @Nullable Waiting held;
    private @Nullable Runnable alarm;
    private boolean sending;
    private boolean retired;
    private @Nullable PresenceError closed;
    private Instant opensAt = Instant.MIN;

    Lane(String user, Delivery delivery, Time time, Duration window, Duration patience, Runnable whenIdle) {
        this.user = user;
        this.delivery = delivery;
        this.time = time;
        this.window = window;
        this.patience = patience;
        this.whenIdle = whenIdle;
    }

    /** Takes an update; or nothing, if this lane is retired and another one must take it. */
    Optional<CompletableFuture<Fate>> offer(StatusUpdate update) {
        Waiting next = new Waiting(update, time.instant().plus(patience));
        Waiting older;
        synchronized (this) {
            if (retired) {
                return Optional.empty();
            }
            if (!sending && !next.lasts(opensAt)) {
                next.refuse(tooSoon());
                return Optional.of(next.fate());
            }
            older = held;
            held = next;
            wake();
        }
        if (older != null) {
            older.fate().complete(new Fate.Replaced());
        }
        return Optional.of(next.fate());
    }

    /** Takes no more, if nothing is on its way, nothing waits, and the window is open. */
    synchronized boolean retire() {
        retired = !sending && held == null && !opensAt.isAfter(time.instant());
        return retired;
    }

    /** Gives up what waits. What is on its way goes on. */
    void close(PresenceError error) {
        Waiting last;
        synchronized (this) {
            retired = true;
            closed = error;
            last = held;
            held = null;
            if (alarm != null) {
                alarm.run();
                alarm = null;
            }
        }
        if (last != null) {
            last.refuse(error);
        }
    }

    private void wake() {
        Instant now = time.instant();
        if (sending) {
            return;
        }
        if (opensAt.isAfter(now)) {
            Waiting waiting = held;
            if (waiting != null && !waiting.lasts(opensAt)) {
                held = null;
                PresenceError error = tooSoon();
                time.run(() -> waiting.refuse(error));
            }
            if (alarm == null) {
                alarm = time.after(Duration.between(now, opensAt), this::open);
            }
        } else if (held != null) {
            sending = true;
            time.run(this::send);
        }
    }

    private void open() {
        synchronized (this) {
            alarm = null;
            wake();
        }
        whenIdle.run();
    }

    private void send() {
        Waiting current;
        synchronized (this) {
            current = held;
            held = null;
            if (current == null) {
                sending = false;
                return;
            }
        }
        try {
            Outcome outcome = delivery.deliver(user, current.update());
            Fate fate = settle(current, outcome);
            if (fate != null) {
                current.fate().complete(fate);
            }
        } catch (RuntimeException | Error e) {
            settle(current, new Outcome.Taken());
            current.fate().completeExceptionally(e);
        }
        whenIdle.run();
    }

    /** What became of it, or null if it waits again. */
    private synchronized @Nullable Fate settle(Waiting current, Outcome outcome) {
        Instant now = time.instant();
        sending = false;
        Fate fate = switch (outcome) {
            case Outcome.Taken taken -> {
                opensAt = now.plus(window);
                yield new Fate.Sent(now);
            }
            case Outcome.Later later -> putOff(current, later, now);
            case Outcome.Failed failed -> new Fate.Refused(failed.error());
            case Outcome.Lost lost -> new Fate.Unclear(lost.error());
        };
        wake();
        return fate;
    }

    private @Nullable Fate putOff(Waiting current, Outcome.Later later, Instant now) {
        Instant soonest = now.plus(SHORTEST_WAIT);
        opensAt = later.at().isBefore(soonest) ? soonest : later.at();
        if (held != null) {
            return new Fate.Replaced();
        }
        if (closed != null) {
            return new Fate.Refused(closed);
        }
        if (!current.lasts(opensAt) || current.refusedAgain() >= MAX_REFUSALS) {
            return new Fate.Refused(later.error());
        }
        held = current;
        return null;
    }

    private PresenceError tooSoon() {
        return new PresenceError.TooSoon(
                "The next update of " + user + " may be sent at " + opensAt + ", and its caller would not wait.",
                opensAt);
    }
}
