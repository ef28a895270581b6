package dev.porchlight.acceptance.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** A crowd at work on one server: every writer on a connection of its own, one request after the other. */
final class Rush implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final LongAdder acknowledged = new LongAdder();
    private final Semaphore acknowledgements = new Semaphore(0);
    private final Semaphore refusals = new Semaphore(0);
    private final List<Future<Ending>> endings;
    private volatile boolean over;

    /** Opens a connection for a writer. */
    interface Door {
        Connection connect() throws IOException;
    }

    private Rush(Door server, Crowd crowd) {
        endings = crowd.writers().stream()
                .map(writer -> threads.submit(task(server, writer)))
                .toList();
    }

    /** How a writer's work ended. */
    enum Ending {
        TOLD,
        CUT_OFF
    }

    static Rush on(ServerProcess server, Crowd crowd) {
        return through(server::connect, crowd);
    }

    static Rush through(Door server, Crowd crowd) {
        return new Rush(server, crowd);
    }

    private Callable<Ending> task(Door server, Writer writer) {
        return () -> {
            try (Connection connection = server.connect()) {
                while (!over) {
                    note(writer.write(connection));
                }
                return Ending.TOLD;
            } catch (IOException e) {
                return Ending.CUT_OFF;
            }
        };
    }

    private void note(boolean done) {
        if (done) {
            acknowledged.increment();
        }
        (done ? acknowledgements : refusals).release();
    }

    /** How many updates were acknowledged in all. */
    long acknowledged() {
        return acknowledged.sum();
    }

    /** Waits until so many more updates were acknowledged. */
    void awaitAcknowledgements(int count) throws InterruptedException {
        await(acknowledgements, count, "acknowledged");
    }

    /** Waits until so many more updates were refused. */
    void awaitRefusals(int count) throws InterruptedException {
        await(refusals, count, "refused");
    }

    private static void await(Semaphore updates, int count, String what) throws InterruptedException {
        if (!updates.tryAcquire(count, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError(
                    updates.availablePermits() + " updates were " + what + " (expected: " + count + ")");
        }
    }

    boolean wasRefusedAny() {
        return refusals.availablePermits() > 0;
    }

    /** Tells the writers to stop, and waits for their last replies. */
    List<Ending> end() throws InterruptedException, ExecutionException {
        over = true;
        return endings();
    }

    /** Waits until every writer's connection has ended, or it was told to stop. A wrong reply is thrown here. */
    List<Ending> endings() throws InterruptedException, ExecutionException {
        List<Ending> all = new ArrayList<>();
        for (Future<Ending> ending : endings) {
            all.add(ending.get());
        }
        return all;
    }

    @Override
    public void close() {
        over = true;
        threads.shutdownNow();
    }
}
