package dev.porchlight.store.valkey.dir;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.Failures;
import dev.porchlight.engine.directory.Page;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Users;
import dev.porchlight.engine.directory.Written;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Users whose presence lies in other slots: a removal is finished there, and is finished before the id is given again. */
record DirUsers(Users users, Intents intents) implements Users {

    @Override
    public CompletionStage<Optional<User>> find(String account, String idOrEmail) {
        return users.find(account, idOrEmail);
    }

    @Override
    public CompletionStage<Page<User>> list(String account, @Nullable String after, int limit) {
        return users.list(account, after, limit);
    }

    @Override
    public CompletionStage<List<Written>> add(List<User> added) {
        return afterThoseWhoLeave(() -> users.add(added));
    }

    /** Where users are still on their way out, sees them out and tries again. */
    <T> CompletionStage<T> afterThoseWhoLeave(Supplier<CompletionStage<T>> change) {
        return change.get().exceptionallyCompose(failure -> {
            Throwable cause = Failures.cause(failure);
            return cause instanceof StillLeavingException leaving
                    ? intents.finish(leaving.users()).thenCompose(done -> afterThoseWhoLeave(change))
                    : CompletableFuture.failedStage(cause);
        });
    }

    @Override
    public CompletionStage<Written> update(User user) {
        return users.update(user);
    }

    @Override
    public CompletionStage<Written> remove(UserKey user) {
        return users.remove(user)
                .thenCompose(written -> written == Written.DONE
                        ? intents.finish(user).thenApply(done -> written)
                        : CompletableFuture.completedStage(written));
    }
}
