package dev.porchlight.testkit.world;

import dev.porchlight.engine.port.StoreUnavailableException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * The wire from one life of a node to the store. Requests and answers take their time, overtake each other, come twice or not
 * at all. A dead node gets no answers; what it has sent goes on its way.
 */
final class Link {
    private final String node;
    private final VirtualTime time;
    private final Weather weather;
    private final Trace trace;
    private Instant cutUntil = Instant.MIN;
    private boolean dead;

    Link(String node, VirtualTime time, Weather weather, Trace trace) {
        this.node = node;
        this.time = time;
        this.weather = weather;
        this.trace = trace;
    }

    void die() {
        dead = true;
    }

    boolean isDead() {
        return dead;
    }

    /** Whether the node is cut off from the store for a while. */
    boolean isCut() {
        return time.now().isBefore(cutUntil) && !weather.isCalm();
    }

    Instant cutUntil() {
        return cutUntil;
    }

    <T> CompletionStage<T> call(String what, Supplier<CompletionStage<T>> atStore) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        if (dead) {
            return answer;
        }
        if (weather.cutsOff()) {
            cutUntil = time.now().plus(weather.longDelay());
            trace.line(node, "is cut off until " + cutUntil);
        }
        if (isCut() || weather.losesRequest()) {
            trace.line(node, "loses the request " + what);
            fail(answer);
            return answer;
        }
        time.after(weather.delay(), () -> arrive(what, atStore, answer));
        if (weather.repeats()) {
            time.after(weather.delay(), () -> {
                trace.line(node, "repeats " + what);
                observe(what, atStore.get());
            });
        }
        return answer;
    }

    /** Something that comes to the node, at the given time, if it lives then. */
    void deliver(Instant at, Runnable action) {
        time.at(at, () -> {
            if (!dead) {
                action.run();
            }
        });
    }

    private <T> void arrive(String what, Supplier<CompletionStage<T>> atStore, CompletableFuture<T> answer) {
        CompletionStage<T> stage = atStore.get();
        if (weather.losesAnswer()) {
            trace.line(node, "loses the answer to " + what);
            fail(answer);
            return;
        }
        deliver(
                time.now().plus(weather.delay()),
                () -> stage.whenComplete((value, failure) -> {
                    if (failure == null) {
                        answer.complete(value);
                    } else {
                        answer.completeExceptionally(failure);
                    }
                }));
    }

    private <T> void fail(CompletableFuture<T> answer) {
        deliver(
                time.now().plus(Weather.PATIENCE),
                () -> answer.completeExceptionally(new StoreUnavailableException("no answer from the store")));
    }

    private void observe(String what, CompletionStage<?> stage) {
        stage.whenComplete((value, failure) -> trace.line(node, what + " came twice: " + (failure == null)));
    }
}
