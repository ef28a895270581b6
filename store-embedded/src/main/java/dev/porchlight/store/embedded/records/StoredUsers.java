package dev.porchlight.store.embedded.records;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.directory.Page;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Users;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.store.embedded.rocks.Change;
import dev.porchlight.store.embedded.rocks.Database;
import dev.porchlight.store.embedded.rocks.Readers;
import dev.porchlight.store.embedded.rocks.Table;
import dev.porchlight.store.embedded.rocks.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Users in memory over the user table, by account and id, and the table of their addresses. */
final class StoredUsers implements Users {
    private final Database database;
    private final Writer writer;
    private final Readers readers;
    private final UserRemoval removal;
    private final StoredLedger ledger;
    private final ReadThrough<UserKey, User> users;

    /** Ids by address; the key's {@code user} is an address in lower case. */
    private final ReadThrough<UserKey, String> addresses;

    StoredUsers(
            Database database, Writer writer, Readers readers, UserRemoval removal, StoredLedger ledger, long bytes) {
        this.database = database;
        this.writer = writer;
        this.readers = readers;
        this.removal = removal;
        this.ledger = ledger;
        this.users = new ReadThrough<>(bytes * 3 / 4, (key, user) -> 600, readers, this::load);
        this.addresses = new ReadThrough<>(bytes / 4, (key, id) -> 300, readers, this::loadId);
    }

    @Override
    public CompletionStage<Optional<User>> find(String account, String idOrEmail) {
        if (!idOrEmail.contains("@")) {
            return users.find(new UserKey(account, idOrEmail));
        }
        UserKey address = new UserKey(account, UserRows.lowered(idOrEmail));
        String id = addresses.inMemory(address);
        return id != null ? users.find(new UserKey(account, id)) : readers.run(() -> byAddress(address));
    }

    private Optional<User> byAddress(UserKey address) {
        String id = addresses.get(address);
        return id == null ? Optional.empty() : Optional.ofNullable(users.get(new UserKey(address.account(), id)));
    }

    @Override
    public CompletionStage<Page<User>> list(String account, @Nullable String after, int limit) {
        byte[] prefix = Keys.account(account);
        byte[] from = after == null ? prefix : Keys.join(Keys.inAccount(account, after), new byte[1]);
        return readers.read(view -> {
            List<User> page = new ArrayList<>();
            List<String> next = new ArrayList<>(1);
            view.scan(Table.USER, from, row -> {
                if (!Keys.startsWith(row.key(), prefix)) {
                    return false;
                }
                if (page.size() == limit) {
                    next.add(limit == 0 ? "" : page.getLast().id());
                    return false;
                }
                return page.add(UserRows.decoded(row.value()));
            });
            return new Page<>(page, next.isEmpty() ? null : next.getFirst());
        });
    }

    @Override
    public CompletionStage<List<Written>> add(List<User> added) {
        List<User> all = List.copyOf(added);
        return Change.submit(
                writer,
                draft -> all.stream().map(user -> UserRows.add(draft, user)).toList(),
                answers -> {});
    }

    @Override
    public CompletionStage<Written> update(User user) {
        List<User> before = new ArrayList<>(1);
        return Change.submit(writer, draft -> UserRows.update(draft, user, before::add), written -> {
            if (written == Written.DONE) {
                before.forEach(old -> addresses.removed(UserRows.address(old)));
                users.changed(user.key(), user);
            }
        });
    }

    @Override
    public CompletionStage<Written> remove(UserKey user) {
        List<User> before = new ArrayList<>(1);
        List<String> tokens = new ArrayList<>();
        return Change.submitAlone(writer, draft -> removal.draft(draft, user, before::add, tokens::add), written -> {
            if (written == Written.DONE) {
                before.forEach(old -> addresses.removed(UserRows.address(old)));
                users.removed(user);
                removal.durable(user, tokens);
            }
        });
    }

    void forgetAll() {
        users.forgetAll();
        addresses.forgetAll();
    }

    /** Who asks for a user goes on to the user's presence: read by the same turn of a reader, it costs half. */
    private @Nullable User load(UserKey user) {
        byte[] row = database.get(Table.USER, Keys.inAccount(user.account(), user.user()));
        if (row == null) {
            return null;
        }
        ledger.warm(user);
        return UserRows.decoded(row);
    }

    private @Nullable String loadId(UserKey address) {
        byte[] id = database.get(Table.EMAIL, Keys.inAccount(address.account(), address.user()));
        return id == null ? null : Keys.text(id);
    }
}
