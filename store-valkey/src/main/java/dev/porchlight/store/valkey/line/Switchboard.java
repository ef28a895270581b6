package dev.porchlight.store.valkey.line;

import dev.porchlight.engine.port.StoreUnavailableException;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.cluster.SlotHash;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Brings each call to the line of the primary that has its slot, again where it came back, until patience ends. */
@SuppressWarnings("FutureReturnValueIgnored") // Tasks of the loop answer calls.
final class Switchboard implements Lines, Line.Returns {
    private static final long TICK_MILLIS = 100;

    private final Dial dial;
    private final EventLoop loop;
    private final Whereabouts whereabouts;
    private final Hearing hearing;
    private final Checks checks;
    private final int replicas;
    private final long patienceNanos;
    private final Queue<Call<?>> inbox = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean taking = new AtomicBoolean();
    private final Map<Address, Line> writing = new HashMap<>();
    private final Map<Address, Line> reading = new HashMap<>();
    private volatile boolean closed;

    Switchboard(Dial dial, Locator locator, String prefix, int replicas, Duration patience) {
        this.dial = dial;
        this.loop = dial.loop();
        this.replicas = replicas;
        this.patienceNanos = patience.toNanos();
        this.whereabouts = new Whereabouts(locator, loop, this::moved);
        this.checks = new Checks(this, whereabouts, prefix, replicas);
        this.hearing = new Hearing(dial, whereabouts, patienceNanos);
        loop.execute(whereabouts::look);
        loop.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public <T> CompletionStage<T> ask(
            int slot, Function<RedisAsyncCommands<byte[], byte[]>, ? extends CompletionStage<T>> question) {
        return enter(Call.question(slot, end(), question));
    }

    @Override
    public <T> CompletionStage<T> ask(Script<T> script, List<byte[]> keys, List<byte[]> args) {
        return enter(Call.script(slot(keys), end(), false, script, keys, args));
    }

    @Override
    public <T> CompletionStage<T> run(Script<T> script, List<byte[]> keys, List<byte[]> args) {
        return enter(Call.script(slot(keys), end(), true, script, keys, args));
    }

    private static int slot(List<byte[]> keys) {
        return SlotHash.getSlot(keys.getFirst());
    }

    private long end() {
        return System.nanoTime() + patienceNanos;
    }

    private <T> CompletionStage<T> enter(Call<T> call) {
        if (loop.inEventLoop()) {
            place(call);
            return call.answer();
        }
        inbox.add(call);
        if (closed) {
            refuse();
        } else if (!taking.get() && taking.compareAndSet(false, true)) {
            loop.execute(this::take);
        }
        return call.answer();
    }

    private void take() {
        taking.set(false);
        for (Call<?> call = inbox.poll(); call != null; call = inbox.poll()) {
            place(call);
        }
    }

    private void place(Call<?> call) {
        if (closed) {
            call.fail(shut());
            return;
        }
        Address detour = call.detour();
        Optional<Address> primary = detour == null ? whereabouts.primary(call.slot()) : Optional.of(detour);
        if (primary.isPresent()) {
            line(call.writes() ? writing : reading, primary.get(), call.writes() ? replicas : 0)
                    .add(call);
        } else {
            again(call, whereabouts.trouble());
        }
    }

    private Line line(Map<Address, Line> lines, Address address, int waits) {
        Line line = lines.get(address);
        if (line == null) {
            line = new Line(address, dial.connect(address), loop, waits, this);
            lines.put(address, line);
        }
        return line;
    }

    @Override
    public void again(Call<?> call, Throwable cause) {
        long now = System.nanoTime();
        if (closed) {
            call.fail(shut());
        } else if (call.isOver(now)) {
            call.fail(whereabouts.unreachable(call.slot(), cause), cause);
        } else {
            whereabouts.look();
            loop.schedule(() -> place(call), BackOff.nanos(call.repeat()), TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void lost(Line line, Throwable cause) {
        writing.remove(line.address(), line);
        reading.remove(line.address(), line);
        whereabouts.look();
    }

    private void moved(Layout layout) {
        for (Line line : all()) {
            if (!layout.primaries().contains(line.address())) {
                line.drop(new IllegalStateException(line.address() + " is no primary any more"));
            }
        }
        hearing.moved();
    }

    private List<Line> all() {
        List<Line> all = new ArrayList<>(writing.values());
        all.addAll(reading.values());
        return all;
    }

    private void tick() {
        long now = System.nanoTime();
        all().forEach(line -> line.tick(now));
        whereabouts.tick(now);
        hearing.tick(now);
    }

    @Override
    public CompletionStage<Void> listen(byte[] channel, Ear ear) {
        CompletableFuture<Void> inForce = new CompletableFuture<>();
        onLoop(() -> hearing.listen(channel, ear, inForce), () -> inForce.completeExceptionally(shut()));
        return inForce;
    }

    @Override
    public void unlisten(byte[] channel, Ear ear) {
        onLoop(() -> hearing.unlisten(channel, ear), () -> {});
    }

    @Override
    public CompletionStage<Void> ready() {
        return checks.ready();
    }

    @Override
    public CompletionStage<List<Findings>> check() {
        return checks.all();
    }

    private void onLoop(Runnable task, Runnable otherwise) {
        if (closed) {
            otherwise.run();
        } else {
            // From the loop too: who unlistens there must not overtake who listened elsewhere.
            loop.execute(task);
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        CompletableFuture.runAsync(this::hangUp, loop)
                .completeOnTimeout(null, Dial.TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        dial.close();
        refuse();
    }

    private void hangUp() {
        all().forEach(line -> line.drop(shut()));
        hearing.close(shut());
    }

    private void refuse() {
        for (Call<?> call = inbox.poll(); call != null; call = inbox.poll()) {
            call.fail(shut());
        }
    }

    private static StoreUnavailableException shut() {
        return new StoreUnavailableException("The store is closed.");
    }
}
