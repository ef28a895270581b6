package dev.porchlight.store.valkey.shard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An instant before which a shard has no alarm, as far as this node can know. */
final class EarliestAlarm {
    private final Marks marks = new Marks();
    private @Nullable Instant earliest;

    /** After a commit. */
    synchronized void set(@Nullable Instant alarm) {
        if (alarm != null) {
            marks.wrote();
            lower(alarm);
        }
    }

    Look look(long nanos) {
        return marks.look(nanos);
    }

    /** @param first the first alarm that the look saw, or null for none */
    synchronized void saw(Look look, @Nullable Instant first) {
        if (marks.saw(look)) {
            earliest = first;
        } else if (first != null) {
            lower(first);
        }
    }

    synchronized boolean isKnown() {
        return earliest != null;
    }

    synchronized boolean isBy(Instant now) {
        return earliest != null && !earliest.isAfter(now);
    }

    boolean isUnseenFor(long age, long nanos) {
        return marks.isUnseenFor(age, nanos);
    }

    private void lower(Instant alarm) {
        if (earliest == null || alarm.isBefore(earliest)) {
            earliest = alarm;
        }
    }
}
