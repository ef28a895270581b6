package dev.porchlight.server.watch;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.watch.FanOut;
import dev.porchlight.engine.watch.Mailbox;
import dev.porchlight.engine.watch.Shown;
import dev.porchlight.server.gate.Principal;
import dev.porchlight.wire.Json;
import dev.porchlight.wire.WatchNotice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One watching connection. Everything but {@link #announce} happens on its event loop. */
final class Watcher {
    /** How many users one connection may watch (docs/native-api.md, Watching). */
    static final int MAX_USERS = 5000;

    private static final Duration PING_EVERY = Duration.ofSeconds(30);
    private static final Duration SILENT_AFTER = Duration.ofSeconds(75);
    private static final Duration CONFIRM_EVERY = Duration.ofSeconds(10);
    private static final Duration SLOW_AFTER = Duration.ofSeconds(60);

    /** Between two looks at whether the line is full. */
    private static final int BATCH = 64;

    private final Principal principal;
    private final Line line;
    private final EventLoop loop;
    private final Mailbox mailbox;
    private final boolean answersPings;
    private Instant seenAt;
    private Instant pingedAt;
    private Instant confirmedAt;
    private @Nullable Instant fullSince;
    private boolean closed;

    Watcher(Principal principal, Line line, EventLoop loop, boolean answersPings, Instant now) {
        this.principal = principal;
        this.line = line;
        this.loop = loop;
        this.mailbox = new Mailbox(MAX_USERS, this::announce, loop.metrics().conflated());
        this.answersPings = answersPings;
        this.seenAt = now;
        this.pingedAt = now;
        this.confirmedAt = now;
    }

    Principal principal() {
        return principal;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    EventLoop loop() {
        return loop;
    }

    boolean isClosed() {
        return closed;
    }

    /** Sends what waits, as far as the line takes it. */
    void serve() {
        while (!closed) {
            if (line.isFull()) {
                line.whenRoomy(this::serve);
                return;
            }
            List<Shown> batch = mailbox.drain(BATCH);
            batch.forEach(shown -> line.send(loop.encoded(shown)));
            line.flush();
            loop.metrics().delivered(batch.size());
            if (batch.size() < BATCH) {
                return;
            }
        }
    }

    void tell(WatchNotice notice) {
        if (!closed) {
            line.send(Encoded.of(Json.text(notice)));
            line.flush();
        }
    }

    /** The peer has given a sign of life. */
    void seen(Instant now) {
        seenAt = now;
    }

    /** Looks after the connection; to be called every second or so. */
    void check(Instant now, Instant tokenTime) {
        Instant expiresAt = principal.expiresAt();
        if (expiresAt != null && !tokenTime.isBefore(expiresAt)) {
            close(Parting.TOKEN_ENDED);
        } else if (answersPings && seenAt.plus(SILENT_AFTER).isBefore(now)) {
            close(Parting.SILENT);
        } else if (isStuck(now)) {
            close(Parting.TOO_SLOW);
        } else if (fullSince == null && !now.isBefore(pingedAt.plus(PING_EVERY))) {
            pingedAt = now;
            line.ping();
        }
    }

    /** Whether to ask again for the token, which may have been revoked elsewhere; then not before a while. */
    boolean isToBeConfirmed(Instant now) {
        boolean due = !closed && !now.isBefore(confirmedAt.plus(CONFIRM_EVERY));
        if (due) {
            confirmedAt = now;
        }
        return due;
    }

    void close(Parting parting) {
        if (!closed) {
            closed = true;
            loop.metrics().closed(parting);
            line.close(parting);
        }
    }

    /** The connection has gone. */
    void gone(FanOut fanOut) {
        if (!closed) {
            closed = true;
            loop.metrics().left();
        }
        fanOut.close(mailbox);
    }

    UserKey key(String user) {
        return new UserKey(principal.account(), user);
    }

    private void announce() {
        loop.announce(this);
    }

    private boolean isStuck(Instant now) {
        if (!line.isFull()) {
            fullSince = null;
            return false;
        }
        if (fullSince == null) {
            fullSince = now;
        }
        return fullSince.plus(SLOW_AFTER).isBefore(now);
    }
}
