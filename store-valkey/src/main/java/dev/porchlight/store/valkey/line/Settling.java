package dev.porchlight.store.valkey.line;

import dev.porchlight.engine.Failures;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds answers back until enough replicas have what was done, with one {@code WAIT} behind each batch. A {@code WAIT} speaks
 * of all that its own connection has written before, so one that comes short is simply asked again.
 */
@SuppressWarnings("FutureReturnValueIgnored") // The answer is taken where it comes.
final class Settling {
    private static final Duration WAIT = Duration.ofMillis(500);

    /** The next batch leaves while the one before is waited for. */
    private static final int BATCHES = 2;

    private final int replicas;
    private final Address address;
    private final Runnable room;
    private final Consumer<Throwable> lost;
    private final Deque<Done> done = new ArrayDeque<>();
    private @Nullable Wire wire;
    private long last;
    private int batches;

    Settling(int replicas, Address address, Runnable room, Consumer<Throwable> lost) {
        this.replicas = replicas;
        this.address = address;
        this.room = room;
        this.lost = lost;
    }

    boolean hasRoom() {
        return batches < BATCHES;
    }

    /** Takes an answer of the server, in the order of numbers. */
    void settle(Call<?> call, long number, @Nullable Object raw) {
        if (replicas == 0) {
            call.complete(raw);
        } else {
            last = number;
            done.add(new Done(call, number, raw));
        }
    }

    /** Ends a batch. */
    void seal(Wire open) {
        if (replicas > 0) {
            wire = open;
            ask(open);
        }
    }

    private void ask(Wire open) {
        batches++;
        open.waitForReplication(replicas, WAIT.toMillis()).whenComplete((count, error) -> {
            batches--;
            if (error != null) {
                refused(Failures.cause(error));
            } else {
                // All that was answered before this stood before it on the connection.
                counted(count, last);
            }
        });
    }

    private void counted(long count, long upTo) {
        if (count >= replicas) {
            for (Done first = done.peek(); first != null && first.number <= upTo; first = done.peek()) {
                done.poll();
                first.call.complete(first.raw);
            }
        } else if (batches == 0 && !done.isEmpty() && wire != null) {
            ask(wire);
        }
        room.run();
    }

    private void refused(Throwable error) {
        if (Refusal.of(error) == Refusal.FOR_GOOD) {
            Throwable told = Refusal.told(error, address);
            List<Done> refused = List.copyOf(done);
            done.clear();
            refused.forEach(each -> each.call.fail(told));
            room.run();
        } else {
            lost.accept(error);
        }
    }

    /** Tells those whose patience has ended that nobody knows. */
    void tick(long now) {
        while (!done.isEmpty() && done.element().call.isOver(now)) {
            done.remove()
                    .call
                    .fail(
                            "The store at " + address + " has made the change, but fewer than " + replicas
                                    + (replicas == 1 ? " replica has" : " replicas have")
                                    + " confirmed it, so nobody knows whether it lasts. Check that replicas are connected.",
                            null);
        }
    }

    /** What is done and not settled: whether it lasts is not known. */
    List<Call<?>> unsettled() {
        List<Call<?>> unsettled = done.stream().<Call<?>>map(Done::call).toList();
        done.clear();
        return unsettled;
    }

    private record Done(Call<?> call, long number, @Nullable Object raw) {}
}
