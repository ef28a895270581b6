package dev.porchlight.acceptance.process;

import dev.porchlight.client.PresenceClient;
import dev.porchlight.client.watch.Watch;
import dev.porchlight.client.watch.WatchListener;
import dev.porchlight.client.watch.WatchState;
import dev.porchlight.wire.WatchEvent;
import java.net.URI;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Somebody who watches through the client, comes back when sent away, and counts how often. */
final class Lookout implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(15);

    private final PresenceClient client;
    private final Watch watch;
    private final AtomicInteger reconnects = new AtomicInteger();
    private final Lock lock = new ReentrantLock();
    private final Condition told = lock.newCondition();

    Lookout(URI server, Collection<String> users) {
        client = PresenceClient.at(server).token(ServerProcess.TOKEN).build();
        watch = client.watch(users, new WatchListener() {
            @Override
            public void changed(WatchEvent event) {
                wake();
            }

            @Override
            public void state(WatchState state) {
                if (state instanceof WatchState.WaitingToReconnect) {
                    reconnects.incrementAndGet();
                }
                wake();
            }
        });
    }

    int reconnects() {
        return reconnects.get();
    }

    /** Waits until this status is shown, at most the time in which every watcher has to be right. Answers how long that took. */
    long nanosUntil(String user, String status) throws InterruptedException {
        long start = System.nanoTime();
        lock.lock();
        try {
            while (!shows(user, status)) {
                long left = start + PATIENCE_NANOS - System.nanoTime();
                if (left <= 0 || told.awaitNanos(left) <= 0) {
                    throw new AssertionError(
                            user + " is shown as " + watch.roster().of(user) + " (expected: " + status + ")");
                }
            }
        } finally {
            lock.unlock();
        }
        return System.nanoTime() - start;
    }

    private boolean shows(String user, String status) {
        return watch.roster()
                .of(user)
                .filter(event -> event.status().equals(status))
                .isPresent();
    }

    private void wake() {
        lock.lock();
        try {
            told.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        watch.close();
        client.close();
    }
}
