package dev.porchlight.client.watch;

import dev.porchlight.client.problem.PresenceException;
import dev.porchlight.client.time.Time;
import dev.porchlight.wire.Json;
import dev.porchlight.wire.Read;
import dev.porchlight.wire.WatchEvent;
import dev.porchlight.wire.WatchNotice;
import dev.porchlight.wire.WatchRequest;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One connection of a watch, from opening it to its end, which is told once. */
final class Connection implements WebSocket.Listener {
    /** Two pings and their answers have then been lost. */
    private static final Duration SILENT_AFTER = Duration.ofSeconds(40);

    // The JDK's WebSocket does not always notice that the other side has gone.
    private static final Duration PING_EVERY = Duration.ofSeconds(15);

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();

    /** No message of the server comes near. */
    private static final int MAX_MESSAGE = 1024 * 1024;

    private final Watch watch;
    private final Time time;
    private final String token;
    private final StringBuilder message = new StringBuilder();
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile @Nullable WebSocket socket;
    private volatile Instant heardAt = Instant.MIN;
    private volatile Runnable nextLook = () -> {};

    Connection(Watch watch, Time time, String token) {
        this.watch = watch;
        this.time = time;
        this.token = token;
    }

    /** The one that it was opened with. */
    String token() {
        return token;
    }

    /** Opens it and asks for the users. */
    void open(Door door, WatchRequest request) {
        try {
            WebSocket opened = door.open(token, this);
            socket = opened;
            if (over.get()) {
                opened.abort();
                return;
            }
            heardAt = time.instant();
            nextLook = time.after(PING_EVERY, () -> look(opened));
            watch.opened(this);
            whenSent(opened, opened.sendText(Json.text(request), true));
        } catch (PresenceException e) {
            end(Parting.failed(e.error()));
        }
    }

    /** Nobody listens any more. */
    void drop() {
        over.set(true);
        nextLook.run();
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        heardAt = time.instant();
        message.append(part);
        if (message.length() > MAX_MESSAGE) {
            end(Parting.broken("A message of the server was too long."));
            return null;
        }
        if (last && !over.get()) {
            hear(message.toString());
            message.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer payload) {
        heardAt = time.instant();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer payload) {
        return onPing(from, payload);
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        end(Parting.closed(code, reason));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        end(Parting.broken("The connection broke: " + error.getMessage()));
    }

    // A message of a kind that is not known yet is none that this client asked for.
    private void hear(String text) {
        if (Json.read(text, WatchEvent.class) instanceof Read.Good<WatchEvent> event) {
            watch.heard(event.value());
        } else if (Json.read(text, WatchNotice.class) instanceof Read.Good<WatchNotice> notice) {
            watch.heard(notice.value());
        }
    }

    private void look(WebSocket open) {
        Instant now = time.instant();
        if (heardAt.plus(SILENT_AFTER).isAfter(now)) {
            whenSent(open, open.sendPing(NOTHING.duplicate()));
            nextLook = time.after(PING_EVERY, () -> look(open));
        } else {
            end(Parting.broken("Nothing was heard of the server for " + SILENT_AFTER.toSeconds() + " s."));
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // A failure ends the connection.
    private void whenSent(WebSocket open, CompletableFuture<WebSocket> sending) {
        sending.whenComplete((sent, failure) -> {
            if (failure != null) {
                onError(open, failure);
            }
        });
    }

    private void end(Parting parting) {
        if (over.compareAndSet(false, true)) {
            drop();
            watch.parted(this, parting);
        }
    }
}
