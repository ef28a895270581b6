package dev.porchlight.emulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** Emulators that run and that nobody uses at the moment: starting takes longer than a reset. All end with the run. */
final class Shelf implements AutoCloseable {
    private static final Namespace SPACE = Namespace.create(Shelf.class);

    private final Deque<Porchlight> free = new ArrayDeque<>();
    private boolean closed;

    /** The one of the whole run for servers that differ in nothing that a reset could not change. */
    static Shelf of(ExtensionContext context, World world) {
        Store store = context.getRoot().getStore(SPACE);
        synchronized (Shelf.class) {
            Shelf known = store.get(world.rates(), Shelf.class);
            Shelf shelf = known == null ? new Shelf() : known;
            if (known == null) {
                store.put(world.rates(), shelf);
            }
            return shelf;
        }
    }

    Lent lend(World world) {
        Porchlight used = take();
        if (used == null) {
            return new Lent(Porchlight.start(world), this, new AtomicBoolean(true));
        }
        used.beginWith(world);
        return new Lent(used, this, new AtomicBoolean(true));
    }

    private synchronized @Nullable Porchlight take() {
        return free.poll();
    }

    synchronized void takeBack(Porchlight porchlight) {
        if (closed) {
            porchlight.close();
        } else {
            free.push(porchlight);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        free.forEach(Porchlight::close);
        free.clear();
    }
}
