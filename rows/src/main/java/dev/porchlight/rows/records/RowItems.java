package dev.porchlight.rows.records;

import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.engine.port.Archive.Item;
import dev.porchlight.rows.Draft;
import dev.porchlight.rows.Keys;
import dev.porchlight.rows.Table;
import dev.porchlight.rows.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The part of an archive that is kept in rows: everything from accounts to subscriptions. */
public final class RowItems {
    private final Beside beside;

    RowItems(Beside beside) {
        this.beside = beside;
    }

    /** Hands over all of them in the order of an archive; ends early with whatever the consumer throws. */
    public void forEach(View view, Consumer<Item> consumer) {
        hand(view, Table.ACCOUNT, row -> new Item.OfAccount(StoredAccounts.decoded(row)), consumer);
        hand(view, Table.USER, row -> new Item.OfUser(UserRows.decoded(row)), consumer);
        hand(view, Table.APP, row -> new Item.OfApp(StoredApps.decoded(row)), consumer);
        hand(view, Table.TOKEN, row -> new Item.OfToken(HashedRows.TOKENS.decoded(row)), consumer);
        hand(view, Table.PASSWORD, row -> new Item.OfPassword(StoredPasswords.decoded(row)), consumer);
        hand(view, Table.GRANT, row -> new Item.OfGrant(HashedRows.GRANTS.decoded(row)), consumer);
        hand(view, Table.SUBSCRIPTION, row -> new Item.OfSubscription(StoredSubscriptions.decoded(row)), consumer);
    }

    private static void hand(View view, Table table, Function<byte[], Item> decode, Consumer<Item> consumer) {
        view.scan(table, new byte[0], row -> {
            consumer.accept(decode.apply(row.value()));
            return true;
        });
    }

    /** To be called first: reads together what drafting these items will ask for, and sees that their users can be added. */
    public void expect(Draft draft, List<Item> items) {
        List<User> users = new ArrayList<>();
        List<byte[]> tokens = new ArrayList<>();
        for (Item item : items) {
            if (item instanceof Item.OfUser(var user)) {
                users.add(user);
            } else if (item instanceof Item.OfToken(var token)) {
                tokens.add(Keys.text(token.hash()));
            }
        }
        UserRows.expect(draft, users);
        beside.adding(draft, users.stream().map(User::key).toList());
        draft.expect(Table.TOKEN, tokens);
    }

    /**
     * Drafts an item. What an archive promises for a list of them is for the caller to keep.
     *
     * @throws IllegalArgumentException for a presence, an event or a reading
     */
    public Written load(Draft draft, Item item) {
        return switch (item) {
            case Item.OfAccount(var account) -> StoredAccounts.added(draft, account);
            case Item.OfUser(var user) -> UserRows.add(draft, user);
            case Item.OfApp(var app) -> StoredApps.added(draft, app);
            case Item.OfToken(var token) -> HashedRows.TOKENS.add(draft, token);
            case Item.OfPassword(var password) -> StoredPasswords.added(draft, password);
            case Item.OfGrant(var grant) -> HashedRows.GRANTS.add(draft, grant);
            case Item.OfSubscription(var subscription) -> StoredSubscriptions.added(draft, subscription);
            case Item.OfPresence other -> throw notInRows(other);
            case Item.OfEvent other -> throw notInRows(other);
            case Item.OfReading other -> throw notInRows(other);
        };
    }

    private static IllegalArgumentException notInRows(Item item) {
        return new IllegalArgumentException("not kept in rows: " + item);
    }
}
