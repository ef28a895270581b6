package dev.porchlight.store.valkey.shard;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.directory.Accounts;
import dev.porchlight.engine.directory.Apps;
import dev.porchlight.engine.directory.Directory;
import dev.porchlight.engine.directory.Page;
import dev.porchlight.engine.directory.Subscriptions;
import dev.porchlight.engine.directory.Tokens;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Users;
import dev.porchlight.engine.directory.Written;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A directory whose users are taken out of the shards, too. */
record RemovingDirectory(Directory directory, Removal removal) implements Directory {
    @Override
    public Users users() {
        return new RemovingUsers(directory.users(), removal);
    }

    @Override
    public Accounts accounts() {
        return directory.accounts();
    }

    @Override
    public Apps apps() {
        return directory.apps();
    }

    @Override
    public Tokens tokens() {
        return directory.tokens();
    }

    @Override
    public Subscriptions subscriptions() {
        return directory.subscriptions();
    }

    private record RemovingUsers(Users users, Removal removal) implements Users {
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
            return users.add(added);
        }

        @Override
        public CompletionStage<Written> update(User user) {
            return users.update(user);
        }

        @Override
        public CompletionStage<Written> remove(UserKey user) {
            return users.remove(user)
                    .thenCompose(written -> written != Written.DONE
                            ? CompletableFuture.completedStage(written)
                            : removal.revision(user)
                                    .thenCompose(revision -> removal.remove(user, revision))
                                    .thenApply(removed -> removed ? Written.DONE : Written.MISSING));
        }
    }
}
