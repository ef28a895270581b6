package dev.porchlight.rows.records;

import dev.porchlight.engine.codec.SubscriptionCodec;
import dev.porchlight.engine.directory.Subscription;
import dev.porchlight.engine.directory.Subscriptions;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.rows.Damage;
import dev.porchlight.rows.Draft;
import dev.porchlight.rows.Keys;
import dev.porchlight.rows.Rows;
import dev.porchlight.rows.Table;
import dev.porchlight.rows.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The subscription table, by id. */
record StoredSubscriptions(Rows rows) implements Subscriptions {

    @Override
    public CompletionStage<Optional<Subscription>> find(String account, String id) {
        return rows.read(view -> Optional.ofNullable(view.get(Table.SUBSCRIPTION, Keys.text(id)))
                .map(StoredSubscriptions::decoded)
                .filter(found -> found.account().equals(account)));
    }

    @Override
    public CompletionStage<Written> add(Subscription subscription) {
        return rows.change(draft -> added(draft, subscription), done -> {});
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
        return rows.change(
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
        return rows.changeAlone(draft -> removed(draft, account, id), done -> {});
    }

    private static Written removed(Draft draft, String account, String id) {
        Subscription found = get(draft, id);
        if (found == null || !found.account().equals(account)) {
            return Written.MISSING;
        }
        drop(draft, id);
        return Written.DONE;
    }

    /** For a change that stands alone: drops all that an app has subscribed to. */
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
        return rows.read(StoredSubscriptions::all);
    }

    /** For changes. */
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
