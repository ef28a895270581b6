package dev.porchlight.store.memory;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.directory.Page;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Users;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.engine.port.Feed;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

record MemoryUsers(MemoryState state, Gate gate, MemoryFeed feed) implements Users {

    @Override
    public CompletionStage<Optional<User>> find(String account, String idOrEmail) {
        return gate.ask(() -> idOrEmail.contains("@")
                ? byEmail(account, idOrEmail)
                : Optional.ofNullable(state.users.get(new UserKey(account, idOrEmail))));
    }

    @Override
    public CompletionStage<Page<User>> list(String account, @Nullable String after, int limit) {
        return gate.ask(() -> {
            List<User> rest = of(account)
                    .filter(user -> after == null || user.id().compareTo(after) > 0)
                    .toList();
            List<User> page = rest.subList(0, Math.min(limit, rest.size()));
            return new Page<>(page, page.size() < rest.size() ? page.getLast().id() : null);
        });
    }

    @Override
    public CompletionStage<List<Written>> add(List<User> users) {
        return gate.ask(() -> users.stream().map(this::added).toList());
    }

    @Override
    public CompletionStage<Written> update(User user) {
        return gate.ask(() -> {
            if (!state.users.containsKey(user.key())) {
                return Written.MISSING;
            }
            return takenByAnother(user) ? Written.EMAIL_TAKEN : stored(user);
        });
    }

    @Override
    public CompletionStage<Written> remove(UserKey user) {
        CompletionStage<Written> removed = gate.ask(() -> removed(user));
        feed.deliver();
        return removed;
    }

    Written added(User user) {
        if (state.users.containsKey(user.key())) {
            return Written.ID_TAKEN;
        }
        return takenByAnother(user) ? Written.EMAIL_TAKEN : stored(user);
    }

    private Written stored(User user) {
        state.users.put(user.key(), user);
        return Written.DONE;
    }

    private Written removed(UserKey user) {
        if (state.users.remove(user) == null) {
            return Written.MISSING;
        }
        state.forget(user);
        state.passwords.remove(user);
        state.grants.values().removeIf(grant -> user.equals(grant.owner()));
        state.tokens
                .values()
                .removeIf(token ->
                        token.account().equals(user.account()) && user.user().equals(token.user()));
        feed.append(user, (Feed.Listener listener) -> listener.gap(user));
        return Written.DONE;
    }

    private boolean takenByAnother(User user) {
        return byEmail(user.account(), user.email())
                .filter(other -> !other.id().equals(user.id()))
                .isPresent();
    }

    private Optional<User> byEmail(String account, String email) {
        return of(account)
                .filter(user -> lowered(user.email()).equals(lowered(email)))
                .findFirst();
    }

    private Stream<User> of(String account) {
        return state.users.values().stream().filter(user -> user.account().equals(account));
    }

    private static String lowered(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
