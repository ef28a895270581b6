package dev.porchlight.store.embedded.records;

import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.codec.EventCodec;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.engine.port.Archive;
import dev.porchlight.engine.port.StoreUnavailableException;
import dev.porchlight.rows.Damage;
import dev.porchlight.rows.Draft;
import dev.porchlight.rows.Keys;
import dev.porchlight.rows.Table;
import dev.porchlight.rows.View;
import dev.porchlight.rows.records.RowItems;
import dev.porchlight.store.embedded.rocks.RocksRows;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/** Every table, in order, out of one snapshot; and back, a list at a time. */
final class StoredArchive implements Archive {
    /** The sequence of no outbox entry. */
    private static final long NOT_IN_OUTBOX = 0;

    private final RocksRows rows;
    private final RowItems items;
    private final StoredLedger ledger;
    private final StoredAlarms alarms;
    private volatile boolean closing;

    StoredArchive(RocksRows rows, RowItems items, StoredLedger ledger, StoredAlarms alarms) {
        this.rows = rows;
        this.items = items;
        this.ledger = ledger;
        this.alarms = alarms;
    }

    @Override
    public void forEach(Consumer<Item> consumer) {
        rows.database().readSnapshot(view -> {
            items.forEach(view, item -> {
                refuseClosing();
                consumer.accept(item);
            });
            hand(view, Table.PRESENCE, StoredArchive::presence, consumer);
            hand(view, Table.HISTORY, row -> new Item.OfEvent(StoredHistory.event(row)), consumer);
            hand(view, Table.READING, row -> new Item.OfReading(StoredReadings.decoded(row)), consumer);
            return null;
        });
    }

    private void hand(View view, Table table, Function<byte[], Item> decode, Consumer<Item> consumer) {
        view.scan(table, new byte[0], row -> {
            refuseClosing();
            consumer.accept(decode.apply(row.value()));
            return true;
        });
    }

    private void refuseClosing() {
        if (closing) {
            throw new StoreUnavailableException("The store closes.");
        }
    }

    private static Item presence(byte[] row) {
        Stored stored = Damage.named("presence", () -> Stored.decode(row));
        return new Item.OfPresence(stored.presence(), stored.alarm());
    }

    @Override
    public CompletionStage<List<Written>> load(List<Item> items) {
        List<Item> all = List.copyOf(items);
        return rows.changeAlone(draft -> loaded(draft, all), answers -> all.forEach(this::durable));
    }

    private List<Written> loaded(Draft draft, List<Item> all) {
        items.expect(draft, all);
        List<Written> answers = all.stream().map(item -> loaded(draft, item)).toList();
        if (!answers.stream().allMatch(answer -> answer == Written.DONE)) {
            draft.discard();
        }
        return answers;
    }

    private Written loaded(Draft draft, Item item) {
        return switch (item) {
            case Item.OfPresence presence -> loaded(draft, presence);
            case Item.OfEvent(var event) -> loaded(draft, event);
            case Item.OfReading(var reading) -> StoredReadings.added(draft, reading);
            case Item.OfAccount row -> items.load(draft, row);
            case Item.OfUser row -> items.load(draft, row);
            case Item.OfApp row -> items.load(draft, row);
            case Item.OfToken row -> items.load(draft, row);
            case Item.OfPassword row -> items.load(draft, row);
            case Item.OfGrant row -> items.load(draft, row);
            case Item.OfSubscription row -> items.load(draft, row);
        };
    }

    private Written loaded(Draft draft, Item.OfPresence item) {
        UserKey user = item.presence().user();
        byte[] key = Keys.user(user);
        Stored current = ledger.current(draft, user, key);
        if (current.presence().revision() > 0) {
            return Written.ID_TAKEN;
        }
        draft.put(Table.PRESENCE, key, Stored.encode(item.presence(), item.alarm()));
        StoredAlarms.replace(draft, key, current.alarm(), item.alarm());
        return Written.DONE;
    }

    private static Written loaded(Draft draft, PresenceEvent event) {
        byte[] user = Keys.user(event.user());
        if (draft.get(Table.HISTORY, TimeKeys.history(user, event.at(), event.revision())) == null) {
            StoredHistory.append(draft, user, event, EventCodec.encode(event), NOT_IN_OUTBOX);
        }
        return Written.DONE;
    }

    /** What is in memory goes: the presence may have been asked for, and not been there. */
    private void durable(Item item) {
        if (item instanceof Item.OfPresence(var presence, var alarm)) {
            ledger.removed(presence.user());
            alarms.set(alarm);
        }
    }

    /** Ends reading, so that the database can close. */
    void close() {
        closing = true;
    }
}
