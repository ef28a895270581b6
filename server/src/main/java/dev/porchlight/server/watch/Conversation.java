package dev.porchlight.server.watch;

import dev.porchlight.wire.Json;
import dev.porchlight.wire.Read;
import dev.porchlight.wire.WatchRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a client says on its WebSocket, and what follows from its silence. All on the connection's event loop. */
final class Conversation implements SocketLine.Ear {
    private static final Logger log = LoggerFactory.getLogger(Conversation.class);

    private final Watchers watchers;
    private final Wishes wishes;
    private final Watcher watcher;
    private final SocketLine line;
    private final Optional<SessionLease> lease;

    /** Messages under way. They are carried out one after the other: what is unwatched was watched before. */
    private int waiting;

    /** @param lease of the session that the connection keeps alive */
    Conversation(Watchers watchers, Wishes wishes, Watcher watcher, SocketLine line, Optional<SessionLease> lease) {
        this.watchers = watchers;
        this.wishes = wishes;
        this.watcher = watcher;
        this.line = line;
        this.lease = lease;
    }

    /** Begins with what the address asked for. */
    void begin(WatchRequest initial) {
        line.tell(this);
        lease.ifPresent(this::renew);
        carryOut(initial);
    }

    @Override
    public void text(String message) {
        watcher.seen(watchers.clock().instant());
        switch (Json.read(message, WatchRequest.class)) {
            case Read.Bad<WatchRequest> bad -> watcher.close(Parting.BAD_MESSAGE);
            case Read.Good<WatchRequest> good -> carryOut(good.value());
        }
    }

    @Override
    public void pong() {
        watcher.seen(watchers.clock().instant());
        lease.ifPresent(this::renew);
    }

    @Override
    public void nonsense() {
        watcher.close(Parting.BAD_MESSAGE);
    }

    @Override
    public void gone() {
        watchers.end(watcher);
        lease.ifPresent(held -> held.beginGrace().whenComplete(Conversation::logFailure));
    }

    private void carryOut(WatchRequest request) {
        waiting++;
        line.listen(false);
        wishes.grant(watcher, request)
                .whenComplete((done, failure) -> watcher.loop().run(() -> {
                    waiting--;
                    line.listen(waiting == 0);
                }));
    }

    private void renew(SessionLease held) {
        held.renew().whenComplete((there, failure) -> {
            if (failure != null) {
                logFailure(there, failure);
            } else if (!there) {
                watcher.loop().run(() -> watcher.close(Parting.NO_SESSION));
            }
        });
    }

    private static void logFailure(@Nullable Boolean there, @Nullable Throwable failure) {
        if (failure != null) {
            log.warn("the lease of a connected session could not be moved: {}", failure.toString());
        }
    }
}
