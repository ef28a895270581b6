package dev.porchlight.store.valkey.line;

import dev.porchlight.engine.Failures;
import io.lettuce.core.api.StatefulRedisConnection;
import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a primary, and what is asked over it, in turns: all that came while its thread was busy leaves together.
 * When it is lost, everything under way is handed back. Only the thread of the connections may touch it.
 */
@SuppressWarnings("FutureReturnValueIgnored") // A task of the loop ends in the attempt's answer.
final class Line {
    /** So many calls wait at most for a server that does not take them. */
    private static final int MOST_WAITING = 100_000;

    private static final long SILENCE_NANOS = Dial.TIMEOUT.toNanos();
    private static final long IDLE_NANOS = SILENCE_NANOS / 2;

    private final Address address;
    private final EventLoop loop;
    private final Returns returns;
    private final Settling settling;
    private final Deque<Call<?>> waiting = new ArrayDeque<>();
    private final Deque<Attempt> underWay = new ArrayDeque<>();
    private final Map<String, Long> scripts = new HashMap<>();
    private @Nullable Wire wire;
    private boolean leaving;
    private boolean closed;
    private long sent;
    private long heard = System.nanoTime();

    /**
     * Is open once the connection is.
     *
     * @param replicas how many replicas must have what is done here before it is answered; 0 for none
     */
    Line(
            Address address,
            CompletionStage<StatefulRedisConnection<byte[], byte[]>> connecting,
            EventLoop loop,
            int replicas,
            Returns returns) {
        this.address = address;
        this.loop = loop;
        this.returns = returns;
        this.settling = new Settling(replicas, address, this::leave, this::drop);
        connecting.whenCompleteAsync(this::opened, loop);
    }

    private void opened(@Nullable StatefulRedisConnection<byte[], byte[]> connection, @Nullable Throwable error) {
        if (connection == null) {
            drop(error == null ? new IllegalStateException("no connection") : Failures.cause(error));
        } else if (closed) {
            connection.closeAsync();
        } else {
            connection.addListener(new Lost(loop, this::drop));
            heard = System.nanoTime();
            wire = new Wire(connection, loop);
            leaveSoon();
            if (!connection.isOpen()) {
                drop(Lost.cause());
            }
        }
    }

    void add(Call<?> call) {
        if (closed) {
            returns.again(call, Lost.cause());
        } else if (waiting.size() >= MOST_WAITING) {
            call.fail(
                    "The store at " + address + " is too slow: " + MOST_WAITING + " changes wait for it already.",
                    null);
        } else {
            waiting.add(call);
            leaveSoon();
        }
    }

    private void leaveSoon() {
        if (!leaving && wire != null) {
            leaving = true;
            loop.execute(this::leave);
        }
    }

    private void leave() {
        leaving = false;
        Wire open = wire;
        if (open == null || waiting.isEmpty() || !settling.hasRoom()) {
            return;
        }
        for (Call<?> call = waiting.poll(); call != null; call = waiting.poll()) {
            send(call, open);
        }
        settling.seal(open);
    }

    private void send(Call<?> call, Wire open) {
        if (call.script() != null) {
            teach(call.script(), open);
        }
        Attempt attempt = new Attempt(call, ++sent, System.nanoTime());
        underWay.add(attempt);
        CompletionStage<?> stage;
        try {
            open.detour(call.isOnDetour());
            stage = call.send(open);
        } catch (RuntimeException e) {
            answered(attempt, null, e);
            return;
        } finally {
            open.detour(false);
            call.endDetour();
        }
        stage.whenComplete((raw, error) -> {
            if (loop.inEventLoop()) {
                answered(attempt, raw, error);
            } else {
                loop.execute(() -> answered(attempt, raw, error));
            }
        });
    }

    /** Loading in front of the first use costs less than a refusal, since a server keeps scripts only until it restarts. */
    private void teach(Script<?> script, Wire open) {
        if (scripts.putIfAbsent(script.sha1(), sent) == null) {
            open.scriptLoad(script.text());
        }
    }

    private void answered(Attempt attempt, @Nullable Object raw, @Nullable Throwable error) {
        if (closed) {
            return;
        }
        heard = System.nanoTime();
        if (attempt.answered) {
            return;
        }
        attempt.answered = true;
        for (Attempt first = underWay.peek(); first != null && first.answered; first = underWay.peek()) {
            underWay.poll();
        }
        if (error != null) {
            refused(attempt, Failures.cause(error));
        } else if (attempt.call.writes()) {
            settling.settle(attempt.call, attempt.number, raw);
        } else {
            attempt.call.complete(raw);
        }
    }

    private void refused(Attempt attempt, Throwable error) {
        switch (Refusal.of(error)) {
            case ELSEWHERE -> {
                Refusal.detour(error).ifPresent(attempt.call::takeDetour);
                returns.again(attempt.call, error);
            }
            case FOR_GOOD -> attempt.call.fail(Refusal.told(error, address));
            case UNKNOWN_SCRIPT -> {
                forget(attempt);
                returns.again(attempt.call, error);
            }
            case LOST -> {
                returns.again(attempt.call, error);
                drop(error);
            }
        }
    }

    private void forget(Attempt attempt) {
        Script<?> script = attempt.call.script();
        if (script != null && scripts.getOrDefault(script.sha1(), Long.MAX_VALUE) < attempt.number) {
            scripts.remove(script.sha1());
        }
    }

    /** Looks whether the server still answers. */
    void tick(long now) {
        giveUp(now);
        Wire open = wire;
        if (open == null) {
            return;
        }
        settling.tick(now);
        Attempt first = underWay.peek();
        if (first == null) {
            if (now - heard > IDLE_NANOS) {
                send(Call.question(0, now + SILENCE_NANOS, wire -> wire.ping()), open);
            }
        } else if (now - Math.max(first.at, heard) > SILENCE_NANOS) {
            drop(new IllegalStateException("it has not answered for " + Dial.TIMEOUT.toSeconds() + " seconds"));
        }
    }

    /** For those whose patience is over before the server's silence is long enough to be sure. */
    private void giveUp(long now) {
        Throwable cause = new IllegalStateException("it has not answered in time");
        for (Attempt first = underWay.peek(); first != null && first.isVain(now); first = underWay.peek()) {
            underWay.poll();
            if (!first.answered) {
                first.answered = true;
                returns.again(first.call, cause);
            }
        }
        for (Call<?> first = waiting.peek(); first != null && first.isOver(now); first = waiting.peek()) {
            waiting.poll();
            returns.again(first, cause);
        }
    }

    /** Ends it; what was under way is asked again elsewhere. */
    void drop(Throwable cause) {
        if (closed) {
            return;
        }
        closed = true;
        List<Call<?>> back = new ArrayList<>(settling.unsettled());
        underWay.stream().filter(attempt -> !attempt.answered).forEach(attempt -> back.add(attempt.call));
        back.addAll(waiting);
        waiting.clear();
        if (wire != null) {
            wire.close();
            wire = null;
        }
        returns.lost(this, cause);
        back.forEach(call -> returns.again(call, cause));
    }

    Address address() {
        return address;
    }

    /** Takes what a line could not bring to an answer. */
    interface Returns {
        void again(Call<?> call, Throwable cause);

        void lost(Line line, Throwable cause);
    }
}
