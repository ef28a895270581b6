package dev.porchlight.store.embedded.records;

import dev.porchlight.engine.codec.SubscriptionCodec;
import dev.porchlight.engine.directory.Subscription;
import dev.porchlight.engine.directory.Subscriptions;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.store.embedded.rocks.Change;
import dev.porchlight.store.embedded.rocks.Draft;
import dev.porchlight.store.embedded.rocks.Readers;
import dev.porchlight.store.embedded.rocks.Table;
import dev.porchlight.store.embedded.rocks.View;
import dev.porchlight.store.embedded.rocks.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The subscription table, by id. */
record StoredSubscriptions(Writer writer, Readers readers) implements Subscriptions {

    @Override
    public CompletionStage<Optional<Subscription>> find(String account, String id) {
        return readers.read(view -> Optional.ofNullable(view.get(Table.SUBSCRIPTION, Keys.text(id)))
                .map(StoredSubscriptions::decoded)
                .filter(found -> found.account().equals(account)));
    }

    @Override
    public CompletionStage<Written> add(Subscription subscription) {
        return Change.submit(writer, draft -> added(draft, subscription), done -> {});
    }

    static Written added(Draft draft, Subscription subscription) {
        if (isThere(draft, subscription.id())) {
            return Written.ID_TAKEN;
        }
        put(draft, subscription);
        return Written.DONE;
    }

    @Override
    public CompletionStage<Written> replace(Subscription before, Subscription after) {
        return Change.submit(
                writer,
                draft -> {
                    if (!before.equals(get(draft, before.id()))) {
                        return Written.MISSING;
                    }
                    put(draft, after);
                    return Written.DONE;
                },
                done -> {});
    }

    @Override
    public CompletionStage<Written> remove(String account, String id) {
        return Change.submitAlone(writer, draft -> removed(draft, account, id), done -> {});
    }

    private static Written removed(Draft draft, String account, String id) {
        Subscription found = get(draft, id);
        if (found == null || !found.account().equals(account)) {
            return Written.MISSING;
        }
        drop(draft, id);
        return Written.DONE;
    }

    /** For the writer, alone: drops all that an app has subscribed to. */
    static void dropAll(Draft draft, String app) {
        draft.read(StoredSubscriptions::all).stream()
                .filter(subscription -> app.equals(subscription.app()))
                .forEach(subscription -> drop(draft, subscription.id()));
    }

    private static void drop(Draft draft, String id) {
        draft.delete(Table.SUBSCRIPTION, Keys.text(id));
        draft.dropRange(Table.DELIVERY, MailKeys.first(id), MailKeys.end(id));
    }

    @Override
    public CompletionStage<List<Subscription>> list() {
        return readers.read(StoredSubscriptions::all);
    }

    /** For the writer. */
    static boolean isThere(Draft draft, String id) {
        return draft.get(Table.SUBSCRIPTION, Keys.text(id)) != null;
    }

    static Subscription decoded(byte[] row) {
        return Damage.named("subscription", () -> SubscriptionCodec.decode(row));
    }

    private static List<Subscription> all(View view) {
        List<Subscription> all = new ArrayList<>();
        view.scan(Table.SUBSCRIPTION, new byte[0], row -> all.add(decoded(row.value())));
        return all;
    }

    private static @Nullable Subscription get(Draft draft, String id) {
        byte[] row = draft.get(Table.SUBSCRIPTION, Keys.text(id));
        return row == null ? null : decoded(row);
    }

    private static void put(Draft draft, Subscription subscription) {
        draft.put(Table.SUBSCRIPTION, Keys.text(subscription.id()), SubscriptionCodec.encode(subscription));
    }
}
