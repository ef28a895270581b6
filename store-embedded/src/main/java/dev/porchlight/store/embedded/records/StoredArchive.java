package dev.porchlight.store.embedded.records;

import dev.porchlight.core.presence.PresenceEvent;
import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.codec.EventCodec;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.engine.port.Archive;
import dev.porchlight.engine.port.StoreUnavailableException;
import dev.porchlight.store.embedded.rocks.Change;
import dev.porchlight.store.embedded.rocks.Database;
import dev.porchlight.store.embedded.rocks.Draft;
import dev.porchlight.store.embedded.rocks.Table;
import dev.porchlight.store.embedded.rocks.View;
import dev.porchlight.store.embedded.rocks.Writer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/** Every table, in order, out of one snapshot; and back, a list at a time. */
final class StoredArchive implements Archive {
    /** The sequence of no outbox entry. */
    private static final long NOT_IN_OUTBOX = 0;

    private final Database database;
    private final Writer writer;
    private final StoredLedger ledger;
    private final StoredAlarms alarms;
    private volatile boolean closing;

    StoredArchive(Database database, Writer writer, StoredLedger ledger, StoredAlarms alarms) {
        this.database = database;
        this.writer = writer;
        this.ledger = ledger;
        this.alarms = alarms;
    }

    @Override
    public void forEach(Consumer<Item> consumer) {
        database.readSnapshot(view -> {
            hand(view, Table.ACCOUNT, row -> new Item.OfAccount(StoredAccounts.decoded(row)), consumer);
            hand(view, Table.USER, row -> new Item.OfUser(UserRows.decoded(row)), consumer);
            hand(view, Table.APP, row -> new Item.OfApp(StoredApps.decoded(row)), consumer);
            hand(view, Table.TOKEN, row -> new Item.OfToken(TokenRows.decoded(row)), consumer);
            hand(view, Table.PASSWORD, row -> new Item.OfPassword(StoredPasswords.decoded(row)), consumer);
            hand(view, Table.GRANT, row -> new Item.OfGrant(GrantRows.decoded(row)), consumer);
            hand(view, Table.SUBSCRIPTION, row -> new Item.OfSubscription(StoredSubscriptions.decoded(row)), consumer);
            hand(view, Table.PRESENCE, StoredArchive::presence, consumer);
            hand(view, Table.HISTORY, row -> new Item.OfEvent(StoredHistory.event(row)), consumer);
            hand(view, Table.READING, row -> new Item.OfReading(StoredReadings.decoded(row)), consumer);
            return null;
        });
    }

    private void hand(View view, Table table, Function<byte[], Item> decode, Consumer<Item> consumer) {
        view.scan(table, new byte[0], row -> {
            if (closing) {
                throw new StoreUnavailableException("The store closes.");
            }
            consumer.accept(decode.apply(row.value()));
            return true;
        });
    }

    private static Item presence(byte[] row) {
        Stored stored = Damage.named("presence", () -> Stored.decode(row));
        return new Item.OfPresence(stored.presence(), stored.alarm());
    }

    @Override
    public CompletionStage<List<Written>> load(List<Item> items) {
        List<Item> all = List.copyOf(items);
        return Change.submitAlone(writer, draft -> loaded(draft, all), answers -> all.forEach(this::durable));
    }

    private List<Written> loaded(Draft draft, List<Item> items) {
        List<Written> answers = items.stream().map(item -> loaded(draft, item)).toList();
        if (!answers.stream().allMatch(answer -> answer == Written.DONE)) {
            draft.discard();
        }
        return answers;
    }

    private Written loaded(Draft draft, Item item) {
        return switch (item) {
            case Item.OfAccount(var account) -> StoredAccounts.added(draft, account);
            case Item.OfUser(var user) -> UserRows.add(draft, user);
            case Item.OfApp(var app) -> StoredApps.added(draft, app);
            case Item.OfToken(var token) -> TokenRows.add(draft, token);
            case Item.OfPassword(var password) -> StoredPasswords.added(draft, password);
            case Item.OfGrant(var grant) -> GrantRows.add(draft, grant);
            case Item.OfSubscription(var subscription) -> StoredSubscriptions.added(draft, subscription);
            case Item.OfPresence presence -> loaded(draft, presence);
            case Item.OfEvent(var event) -> loaded(draft, event);
            case Item.OfReading(var reading) -> StoredReadings.added(draft, reading);
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
        if (draft.get(Table.HISTORY, Keys.history(user, event.at(), event.revision())) == null) {
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
