package dev.porchlight.rows.records;

import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.codec.DeliveryCodec;
import dev.porchlight.engine.port.Deliveries.Attempt;
import dev.porchlight.engine.port.Deliveries.Delivery;
import dev.porchlight.engine.port.Deliveries.Fate;
import dev.porchlight.engine.port.Deliveries.Letter;
import dev.porchlight.engine.port.Deliveries.Posting;
import dev.porchlight.engine.port.DeliveryLog;
import dev.porchlight.rows.Draft;
import dev.porchlight.rows.Keys;
import dev.porchlight.rows.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One subscription's rows of the delivery table, as changes see them. Nothing here scans. */
record MailDraft(Draft draft, String subscription) {

    /** Reads together what putting the letters will ask for. */
    static void expect(Draft draft, List<Posting> postings) {
        Set<String> subscriptions = new HashSet<>();
        List<byte[]> rows = new ArrayList<>();
        for (Posting posting : postings) {
            for (Letter letter : posting.letters()) {
                if (subscriptions.add(letter.subscription())) {
                    rows.add(MailKeys.counts(letter.subscription()));
                }
                rows.add(MailKeys.lane(
                        letter.subscription(), posting.entry().event().user()));
            }
        }
        draft.expect(Table.SUBSCRIPTION, subscriptions.stream().map(Keys::text).toList());
        draft.expect(Table.DELIVERY, rows);
    }

    MailCounts counts() {
        return MailCounts.decode(get(MailKeys.counts(subscription)));
    }

    void put(PresenceEvent event, Letter letter) {
        MailCounts counts = counts().put();
        put(MailKeys.counts(subscription), counts.encode());
        append(new Delivery(counts.standing().last(), 0, event.user(), event.at(), letter), event.at());
    }

    /** Puts it at the back of its lane; where there is none, it is due then. */
    void append(Delivery delivery, Instant due) {
        Lane lane = lane(delivery.user());
        put(waitingKey(delivery.number()), new WaitingRow(0, delivery).encode());
        if (lane == null) {
            change(delivery.user(), null, new Lane(delivery.number(), delivery.number(), due));
        } else {
            WaitingRow back = waiting(lane.back());
            put(waitingKey(lane.back()), new WaitingRow(delivery.number(), back.delivery()).encode());
            change(delivery.user(), lane, new Lane(lane.front(), delivery.number(), lane.due()));
        }
    }

    void settle(Delivery delivery, Attempt attempt, Fate fate) {
        Lane lane = lane(delivery.user());
        if (lane == null || lane.front() != delivery.number()) {
            return;
        }
        WaitingRow front = waiting(lane.front());
        Delivery tried = tried(front.delivery());
        switch (fate) {
            case Fate.Delivered delivered -> goOn(lane, front, attempt.at(), 0);
            case Fate.Later later -> {
                put(waitingKey(tried.number()), new WaitingRow(front.after(), tried).encode());
                change(tried.user(), lane, new Lane(lane.front(), lane.back(), later.notBefore()));
            }
            case Fate.Parked parked -> {
                put(MailKeys.parked(subscription, tried.number()), DeliveryCodec.encode(tried));
                goOn(lane, front, attempt.at(), 1);
            }
        }
        note(attempt);
    }

    /** The next of the lane comes to the front. */
    private void goOn(Lane lane, WaitingRow front, Instant now, int parked) {
        draft.delete(Table.DELIVERY, waitingKey(lane.front()));
        change(front.delivery().user(), lane, front.after() == 0 ? null : new Lane(front.after(), lane.back(), now));
        put(MailKeys.counts(subscription), counts().moved(-1, parked).encode());
    }

    void note(Attempt attempt) {
        MailCounts counts = counts().tried();
        put(MailKeys.counts(subscription), counts.encode());
        put(MailKeys.attempt(subscription, counts.attempts()), DeliveryCodec.encode(attempt));
        if (counts.attempts() > DeliveryLog.KEPT) {
            draft.delete(Table.DELIVERY, MailKeys.attempt(subscription, counts.attempts() - DeliveryLog.KEPT));
        }
    }

    /** Takes a parked delivery out, or answers null where it is not parked. */
    @Nullable
    Delivery unpark(long number) {
        byte[] key = MailKeys.parked(subscription, number);
        byte[] row = get(key);
        if (row == null) {
            return null;
        }
        draft.delete(Table.DELIVERY, key);
        return WaitingRow.delivery(row);
    }

    void moved(int waiting, int parked) {
        put(MailKeys.counts(subscription), counts().moved(waiting, parked).encode());
    }

    private void change(UserKey user, @Nullable Lane old, @Nullable Lane next) {
        if (old != null && (next == null || !next.due().equals(old.due()))) {
            draft.delete(Table.DELIVERY, MailKeys.due(subscription, old.due(), user));
        }
        if (next != null && (old == null || !next.due().equals(old.due()))) {
            put(MailKeys.due(subscription, next.due(), user), Keys.user(user));
        }
        byte[] key = MailKeys.lane(subscription, user);
        if (next == null) {
            draft.delete(Table.DELIVERY, key);
        } else {
            put(key, next.encode());
        }
    }

    private static Delivery tried(Delivery delivery) {
        return new Delivery(
                delivery.number(), delivery.attempts() + 1, delivery.user(), delivery.at(), delivery.letter());
    }

    private @Nullable Lane lane(UserKey user) {
        byte[] row = get(MailKeys.lane(subscription, user));
        return row == null ? null : Lane.decode(row);
    }

    private WaitingRow waiting(long number) {
        return WaitingRow.decode(Objects.requireNonNull(get(waitingKey(number)), "a delivery that a lane names"));
    }

    private byte[] waitingKey(long number) {
        return MailKeys.waiting(subscription, number);
    }

    private byte @Nullable [] get(byte[] key) {
        return draft.get(Table.DELIVERY, key);
    }

    private void put(byte[] key, byte[] row) {
        draft.put(Table.DELIVERY, key, row);
    }
}
