package dev.porchlight.store.memory;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.port.Deliveries.Attempt;
import dev.porchlight.engine.port.Deliveries.Delivery;
import dev.porchlight.engine.port.Deliveries.Letter;
import dev.porchlight.engine.port.DeliveryLog;
import dev.porchlight.engine.port.Outbox;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NavigableMap;
import java.util.TreeMap;

/** All that one subscription has waiting, parked and logged. */
final class Mail {
    final NavigableMap<UserKey, Lane> lanes = new TreeMap<>(MemoryState.BY_KEY);
    final NavigableMap<Long, Delivery> parked = new TreeMap<>();
    final Deque<Attempt> newestFirst = new ArrayDeque<>();
    long last;

    /** The waiting deliveries of one user. */
    static final class Lane {
        final Deque<Delivery> waiting = new ArrayDeque<>();
        Instant due;

        Lane(Instant due) {
            this.due = due;
        }

        Delivery front() {
            return waiting.getFirst();
        }
    }

    void put(Outbox.Entry entry, Letter letter) {
        last++;
        Instant at = entry.event().at();
        append(new Delivery(last, 0, entry.event().user(), at, letter), at);
    }

    void append(Delivery delivery, Instant due) {
        lanes.computeIfAbsent(delivery.user(), user -> new Lane(due)).waiting.add(delivery);
    }

    void note(Attempt attempt) {
        newestFirst.addFirst(attempt);
        if (newestFirst.size() > DeliveryLog.KEPT) {
            newestFirst.removeLast();
        }
    }

    long waiting() {
        return lanes.values().stream().mapToLong(lane -> lane.waiting.size()).sum();
    }
}
