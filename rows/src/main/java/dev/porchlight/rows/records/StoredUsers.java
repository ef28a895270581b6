package dev.porchlight.rows.records;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.directory.Page;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Users;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.rows.Draft;
import dev.porchlight.rows.Keys;
import dev.porchlight.rows.ReadThrough;
import dev.porchlight.rows.Rows;
import dev.porchlight.rows.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Users in memory over the user table, by account and id, and the table of their addresses. */
final class StoredUsers implements Users {
    private final Rows rows;
    private final Beside beside;
    private final StoredTokens tokens;
    private final ReadThrough<UserKey, User> users;

    /** Ids by address; the key's {@code user} is an address in lower case. */
    private final ReadThrough<UserKey, String> addresses;

    StoredUsers(Rows rows, Beside beside, StoredTokens tokens, Memory memory) {
        this.rows = rows;
        this.beside = beside;
        this.tokens = tokens;
        this.users = new ReadThrough<>(memory.users() * 3 / 4, memory.fresh(), (key, user) -> 600, rows, this::load);
        this.addresses = new ReadThrough<>(memory.users() / 4, memory.fresh(), (key, id) -> 300, rows, this::loadId);
    }

    @Override
    public CompletionStage<Optional<User>> find(String account, String idOrEmail) {
        if (!idOrEmail.contains("@")) {
            return users.find(new UserKey(account, idOrEmail));
        }
        UserKey address = new UserKey(account, UserRows.lowered(idOrEmail));
        String id = addresses.inMemory(address);
        return id != null ? users.find(new UserKey(account, id)) : rows.run(() -> byAddress(address));
    }

    private Optional<User> byAddress(UserKey address) {
        String id = addresses.get(address);
        return id == null ? Optional.empty() : Optional.ofNullable(users.get(new UserKey(address.account(), id)));
    }

    @Override
    public CompletionStage<Page<User>> list(String account, @Nullable String after, int limit) {
        byte[] prefix = Keys.account(account);
        byte[] from = after == null ? prefix : Keys.join(Keys.inAccount(account, after), new byte[1]);
        return rows.read(view -> {
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
        return rows.change(draft -> added(draft, all), answers -> {});
    }

    private List<Written> added(Draft draft, List<User> all) {
        UserRows.expect(draft, all);
        beside.adding(draft, all.stream().map(User::key).toList());
        return all.stream().map(user -> UserRows.add(draft, user)).toList();
    }

    @Override
    public CompletionStage<Written> update(User user) {
        return rows.change(draft -> UserRows.update(draft, user), changed -> {
                    if (changed.before() != null) {
                        addresses.removed(UserRows.address(changed.before()));
                        users.changed(user.key(), user);
                    }
                })
                .thenApply(UserRows.Changed::answer);
    }

    @Override
    public CompletionStage<Written> remove(UserKey user) {
        return rows.changeAlone(draft -> removed(draft, user), changed -> {
                    if (changed.before() != null) {
                        addresses.removed(UserRows.address(changed.before()));
                        users.removed(user);
                        changed.tokens().forEach(tokens::removed);
                        beside.removed(user);
                    }
                })
                .thenApply(UserRows.Changed::answer);
    }

    private UserRows.Changed removed(Draft draft, UserKey user) {
        UserRows.Changed changed = UserRows.remove(draft, user);
        if (changed.before() != null) {
            beside.removing(draft, user);
        }
        return changed;
    }

    void forgetAll() {
        users.forgetAll();
        addresses.forgetAll();
    }

    /** Who asks for a user goes on to the user's presence: read in the same turn, it costs half. */
    private @Nullable User load(UserKey user) {
        byte[] row = rows.get(Table.USER, Keys.inAccount(user.account(), user.user()));
        if (row == null) {
            return null;
        }
        beside.warm(user);
        return UserRows.decoded(row);
    }

    private @Nullable String loadId(UserKey address) {
        byte[] id = rows.get(Table.EMAIL, Keys.inAccount(address.account(), address.user()));
        return id == null ? null : Keys.text(id);
    }
}
