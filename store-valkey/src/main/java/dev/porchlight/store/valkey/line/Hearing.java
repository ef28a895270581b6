package dev.porchlight.store.valkey.line;

import dev.porchlight.engine.port.StoreUnavailableException;
import io.lettuce.core.cluster.SlotHash;
import io.netty.channel.EventLoop;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Subscribes to each channel once, where its slot lives, and again where it was lost or moved. On the connections' thread. */
@SuppressWarnings("FutureReturnValueIgnored") // Tasks of the loop find homes.
final class Hearing {
    /** So many subscriptions at once, so that neither server nor readers are flooded when a primary with many is lost. */
    private static final int AT_ONCE = 2_000;

    private static final long BETWEEN_MILLIS = 50;

    private final Dial dial;
    private final EventLoop loop;
    private final Whereabouts whereabouts;
    private final long patienceNanos;
    private final Map<ByteBuffer, Topic> topics = new HashMap<>();
    private final Map<Address, HearingLine> lines = new HashMap<>();
    private final Set<Topic> homeless = new LinkedHashSet<>();
    private final Deque<Hope> hopes = new ArrayDeque<>();
    private boolean settling;
    private int troubles;
    private Throwable trouble = new IllegalStateException("no primary has answered yet");

    Hearing(Dial dial, Whereabouts whereabouts, long patienceNanos) {
        this.dial = dial;
        this.loop = dial.loop();
        this.whereabouts = whereabouts;
        this.patienceNanos = patienceNanos;
    }

    void listen(byte[] channel, Lines.Ear ear, CompletableFuture<Void> inForce) {
        Topic topic = topics.get(ByteBuffer.wrap(channel));
        if (topic == null) {
            topic = new Topic(channel.clone(), SlotHash.getSlot(channel));
            topics.put(ByteBuffer.wrap(topic.channel), topic);
            homeless.add(topic);
            settleSoon();
        }
        if (topic.add(ear, inForce)) {
            hopes.add(new Hope(topic, inForce, System.nanoTime() + patienceNanos));
        }
    }

    void unlisten(byte[] channel, Lines.Ear ear) {
        ByteBuffer key = ByteBuffer.wrap(channel);
        Topic topic = topics.get(key);
        if (topic != null && topic.remove(ear)) {
            topics.remove(key);
            homeless.remove(topic);
            if (topic.at != null) {
                topic.at.unsubscribe(topic.channel);
            }
            topic.end(new IllegalStateException("nobody listens any more"));
        }
    }

    @Nullable
    Topic topic(ByteBuffer channel) {
        return topics.get(channel);
    }

    private void settleSoon() {
        if (!settling) {
            settling = true;
            loop.execute(this::settle);
        }
    }

    private void settleLater() {
        if (!settling) {
            settling = true;
            loop.schedule(this::settle, BackOff.nanos(troubles++), TimeUnit.NANOSECONDS);
        }
    }

    /** Finds homes for those that have none. */
    private void settle() {
        settling = false;
        Map<Integer, List<Topic>> ready = new HashMap<>();
        int room = AT_ONCE;
        for (Iterator<Topic> all = homeless.iterator(); all.hasNext() && room > 0; ) {
            Topic topic = all.next();
            if (line(topic.slot).filter(HearingLine::isOpen).isPresent()) {
                ready.computeIfAbsent(topic.slot, slot -> new ArrayList<>()).add(topic);
                all.remove();
                room--;
            }
        }
        ready.forEach((slot, found) -> line(slot).ifPresent(line -> line.subscribe(found)));
        if (room == 0) {
            settling = true;
            loop.schedule(this::settle, BETWEEN_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private Optional<HearingLine> line(int slot) {
        return whereabouts
                .primary(slot)
                .map(address -> lines.computeIfAbsent(
                        address, there -> new HearingLine(there, dial.listen(there), loop, this)));
    }

    /** A line can be used now. */
    void opened() {
        troubles = 0;
        settleSoon();
    }

    void homeless(Topic topic, Throwable cause) {
        trouble = cause;
        topic.lost();
        homeless.add(topic);
        whereabouts.look();
        settleLater();
    }

    void lost(HearingLine line, Throwable cause) {
        trouble = cause;
        lines.remove(line.address(), line);
        topics.values().stream().filter(topic -> topic.at == line).forEach(topic -> {
            topic.lost();
            homeless.add(topic);
        });
        whereabouts.look();
        settleLater();
    }

    /** The layout has changed. */
    void moved() {
        for (Topic topic : topics.values()) {
            HearingLine at = topic.at;
            if (at != null && !whereabouts.primary(topic.slot).equals(Optional.of(at.address()))) {
                at.unsubscribe(topic.channel);
                topic.lost();
                homeless.add(topic);
            }
        }
        for (HearingLine line : List.copyOf(lines.values())) {
            if (!whereabouts.layout().primaries().contains(line.address())) {
                line.drop(new IllegalStateException(line.address() + " is no primary any more"));
            }
        }
        settleSoon();
    }

    void tick(long now) {
        List.copyOf(lines.values()).forEach(line -> line.tick(now));
        for (Hope first = hopes.peek(); first != null && first.isOver(now); first = hopes.peek()) {
            hopes.poll();
            first.topic.giveUp(
                    first.inForce,
                    new StoreUnavailableException(whereabouts.unreachable(first.topic.slot, trouble), trouble));
        }
    }

    void close(Throwable why) {
        List.copyOf(lines.values()).forEach(line -> line.drop(why));
        topics.values().forEach(topic -> topic.end(why));
        topics.clear();
        homeless.clear();
    }

    private record Hope(Topic topic, CompletableFuture<Void> inForce, long end) {
        boolean isOver(long now) {
            return inForce.isDone() || end - now < 0;
        }
    }
}
