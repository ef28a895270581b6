package dev.porchlight.store.valkey.shard;

import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.Feed.Listener;
import dev.porchlight.store.valkey.line.Lines;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who listens to one user. It is opened by its first listener, and never again after its last has gone. */
final class Channel implements Lines.Ear {
    private static final System.Logger LOG = System.getLogger(Channel.class.getName());

    private final UserKey user;
    private final CopyOnWriteArrayList<Listener> listeners = new CopyOnWriteArrayList<>();
    private @Nullable CompletionStage<Void> inForce;

    Channel(UserKey user) {
        this.user = user;
    }

    /** Answers when it is in force. One call at a time. Where listening has failed it is asked for again. */
    CompletionStage<Void> add(Listener listener, Supplier<CompletionStage<Void>> listen) {
        listeners.addIfAbsent(listener);
        CompletionStage<Void> known = inForce;
        if (known == null || known.toCompletableFuture().isCompletedExceptionally()) {
            known = listen.get();
            inForce = known;
        }
        return known;
    }

    /** Answers whether anybody is left. */
    boolean remove(Listener listener) {
        listeners.remove(listener);
        return !listeners.isEmpty();
    }

    @Override
    public void heard(byte[] message) {
        if (message.length == 0) {
            deaf();
            return;
        }
        PresenceEvent event = Told.decode(message);
        each(listeners, listener -> listener.changed(event));
    }

    @Override
    public void deaf() {
        each(listeners, listener -> listener.gap(user));
    }

    private void each(List<Listener> all, Consumer<Listener> tell) {
        for (Listener listener : all) {
            try {
                tell.accept(listener);
            } catch (RuntimeException e) {
                // One listener's mistake must not take an event from the others, or the line from all.
                LOG.log(System.Logger.Level.ERROR, "A listener failed on a change of " + user, e);
            }
        }
    }
}
