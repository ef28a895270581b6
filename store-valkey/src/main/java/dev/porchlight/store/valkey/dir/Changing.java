package dev.porchlight.store.valkey.dir;

import dev.porchlight.engine.port.StoreUnavailableException;
import dev.porchlight.store.valkey.line.Lines;
import dev.porchlight.store.valkey.line.Script;
import io.lettuce.core.ScriptOutputType;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * The one thread of a node that changes the directory. It takes all changes that wait, drafts them in order, and stores them in
 * one step, if nobody else has changed meanwhile what they read; else they are drafted again. So a node's own changes never
 * get in each other's way.
 */
final class Changing implements AutoCloseable {
    private static final Script<Boolean> CHANGE = Script.load(
            "change", ScriptOutputType.INTEGER, answer -> Long.valueOf(1).equals(answer));
    private static final int MAX_WAITING = 65_536;
    private static final int MAX_CHANGES = 256;
    private static final int ATTEMPTS = 64;
    private static final long LONGEST_PAUSE_NANOS = 50_000_000;
    private static final long FIRST_PAUSE_NANOS = 200_000;

    private final Lines lines;
    private final Places places;
    private final Reads reads;
    private final RandomGenerator random;
    private final ExecutorService threads;
    private final String node;
    private final BlockingQueue<Change<?>> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
    private final Change<Boolean> closing = new Change<>(true, draft -> true, done -> {});
    private final Thread thread;
    private volatile boolean closed;
    private long number;

    /** @param random for a name that no other node has, and to keep nodes apart that were in each other's way */
    Changing(Lines lines, Places places, RandomGenerator random, ExecutorService threads) {
        this.lines = lines;
        this.places = places;
        this.reads = new Reads(lines, places);
        this.random = random;
        this.threads = threads;
        this.node = HexFormat.of().toHexDigits(random.nextLong());
        this.thread = Thread.ofVirtual().name("porchlight-directory-writer").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    <T> CompletableFuture<T> submit(Change<T> change) {
        if (closed) {
            change.fail(shut());
        } else if (!waiting.offer(change)) {
            change.fail(new StoreUnavailableException("Too many changes wait for the store: " + MAX_WAITING + "."));
        } else if (closed) {
            refuseRest();
        }
        return change.answer();
    }

    private void run() {
        List<Change<?>> batch = new ArrayList<>(MAX_CHANGES);
        boolean open = true;
        while (open) {
            batch.clear();
            Change<?> first = take();
            open = first != closing;
            batch.add(first);
            while (!first.isAlone() && batch.size() < MAX_CHANGES && isNextForAll()) {
                batch.add(take());
            }
            carryOut(batch);
        }
        refuseRest();
    }

    private boolean isNextForAll() {
        Change<?> next = waiting.peek();
        return next != null && !next.isAlone();
    }

    private Change<?> take() {
        try {
            return waiting.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts the writer", e);
        }
    }

    private void carryOut(List<Change<?>> batch) {
        try {
            store(batch);
            batch.forEach(Change::durable);
            batch.forEach(Change::tell);
        } catch (RuntimeException e) {
            StoreUnavailableException reason = Waits.unavailable(e);
            batch.forEach(change -> change.fail(reason));
        }
    }

    private void store(List<Change<?>> batch) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (isStored(batch)) {
                return;
            }
            LockSupport.parkNanos(
                    random.nextLong(Math.min(LONGEST_PAUSE_NANOS, FIRST_PAUSE_NANOS << Math.min(attempt, 16))));
        }
        throw new StoreUnavailableException(
                "The directory is being changed by others all the time: " + ATTEMPTS + " attempts were in vain.");
    }

    /** Whether it is, or nothing is to be stored. A failure may come of what was read while another changed it. */
    private boolean isStored(List<Change<?>> batch) {
        Seen seen = new Seen(reads);
        if (batch.size() > 1) {
            rehearse(batch, seen);
        }
        Pending pending = new Pending();
        batch.forEach(change -> change.draft(seen, pending));
        if (pending.isEmpty() && batch.stream().noneMatch(Change::hasFailed)) {
            return true;
        }
        number++;
        Order order = Order.of(places, node, Long.toString(number), seen, pending);
        return Waits.answer(lines.run(CHANGE, order.keys(), order.args()));
    }

    /** All read at once what they need, instead of one after the other. */
    private void rehearse(List<Change<?>> batch, Seen seen) {
        Waits.answer(CompletableFuture.allOf(batch.stream()
                .map(change -> CompletableFuture.runAsync(() -> change.rehearse(seen), threads))
                .toArray(CompletableFuture[]::new)));
    }

    private void refuseRest() {
        for (Change<?> change = waiting.poll(); change != null; change = waiting.poll()) {
            change.fail(shut());
        }
    }

    static StoreUnavailableException shut() {
        return new StoreUnavailableException("The store is closed.");
    }

    /** Carries out what waits, then refuses what comes. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            waiting.put(closing);
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
