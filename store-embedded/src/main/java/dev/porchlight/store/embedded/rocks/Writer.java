package dev.porchlight.store.embedded.rocks;

import dev.porchlight.engine.port.StoreUnavailableException;
import dev.porchlight.rows.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The one thread that writes. It takes all changes that wait, drafts them in order, and makes the draft durable with one sync;
 * while that runs the next ones gather. So nobody needs a lock, and many callers share a sync.
 */
public final class Writer implements AutoCloseable {
    /** More than that means that the disk has fallen far behind: callers are then told rather than kept. */
    static final int MAX_WAITING = 65_536;

    private static final String CLOSED = "The store is closed.";
    private static final int MAX_CHANGES = 1024;
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    private final Database database;
    private final RocksDraft draft;
    private final Runnable recovered;
    private final BlockingQueue<Change> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
    private final List<Change> drafted = new ArrayList<>(MAX_CHANGES);
    private final Thread thread;
    private volatile boolean closing;
    private volatile boolean finished;

    /** @param recovered what to do when the tables may differ from what was last answered, before the next change */
    public Writer(Database database, Runnable recovered) {
        this.database = database;
        this.draft = new RocksDraft(database);
        this.recovered = recovered;
        this.thread =
                Thread.ofPlatform().name("porchlight-store-writer").daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Hands over a change; its caller is told in time. */
    public void submit(Change change) {
        if (closing) {
            change.failed(new StoreUnavailableException(CLOSED));
        } else if (!waiting.offer(change)) {
            change.failed(new StoreUnavailableException(
                    "Too many changes wait for the store: " + MAX_WAITING + ". The disk is too slow for the load."));
        } else if (finished) {
            refuseRest();
        }
    }

    private void run() {
        List<Change> taken = new ArrayList<>(MAX_CHANGES);
        try {
            boolean open = true;
            while (open) {
                taken.clear();
                take(taken);
                open = !taken.removeIf(change -> change == Closing.CLOSING);
                carryOut(taken);
            }
        } finally {
            finished = true;
            refuseRest();
        }
    }

    private void take(List<Change> taken) {
        try {
            taken.add(waiting.take());
            waiting.drainTo(taken, MAX_CHANGES - 1);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts the writer", e);
        }
    }

    private void carryOut(List<Change> taken) {
        try {
            if (database.isBroken()) {
                database.recover();
                recovered.run();
            }
        } catch (RuntimeException e) {
            StoreUnavailableException reason = unavailable(e);
            taken.forEach(change -> change.failed(reason));
            return;
        }
        taken.forEach(this::draft);
        settle();
    }

    private void draft(Change change) {
        if (change.alone() || draft.batch().size() > MAX_BYTES) {
            settle();
        }
        int size = draft.batch().size();
        int count = draft.batch().count();
        try {
            change.apply(draft);
            drafted.add(change);
        } catch (RuntimeException e) {
            draft.batch().backTo(size, count);
            change.failed(unavailable(e));
        }
        if (change.alone()) {
            settle();
        }
    }

    private void settle() {
        try {
            if (!draft.batch().isEmpty()) {
                database.write(draft.batch().bytes());
            }
            drafted.forEach(Change::durable);
            drafted.forEach(Change::answer);
        } catch (RuntimeException e) {
            StoreUnavailableException reason = unavailable(e);
            drafted.forEach(change -> change.failed(reason));
        } finally {
            drafted.clear();
            draft.clear();
        }
    }

    private static StoreUnavailableException unavailable(RuntimeException e) {
        return e instanceof StoreUnavailableException known
                ? known
                : new StoreUnavailableException("The store failed: " + e, e);
    }

    private void refuseRest() {
        for (Change change = waiting.poll(); change != null; change = waiting.poll()) {
            change.failed(new StoreUnavailableException(CLOSED));
        }
    }

    /** Carries out what waits, then refuses what comes. */
    @Override
    public void close() {
        closing = true;
        try {
            waiting.put(Closing.CLOSING);
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The last change of all, which changes nothing. */
    private enum Closing implements Change {
        CLOSING;

        @Override
        public void apply(Draft draft) {}

        @Override
        public void durable() {}

        @Override
        public void answer() {}

        @Override
        public void failed(StoreUnavailableException reason) {}
    }
}
