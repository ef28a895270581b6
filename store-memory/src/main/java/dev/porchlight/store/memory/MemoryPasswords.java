package dev.porchlight.store.memory;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.authority.Password;
import dev.porchlight.engine.authority.Passwords;
import dev.porchlight.engine.directory.Written;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

record MemoryPasswords(MemoryState state, Gate gate) implements Passwords {

    @Override
    public CompletionStage<Optional<Password>> find(UserKey user) {
        return gate.ask(() -> Optional.ofNullable(state.passwords.get(user)));
    }

    @Override
    public CompletionStage<Written> set(Password password) {
        return gate.ask(() -> {
            if (!state.users.containsKey(password.user())) {
                return Written.MISSING;
            }
            state.passwords.put(password.user(), password);
            return Written.DONE;
        });
    }

    @Override
    public CompletionStage<Written> remove(UserKey user) {
        return gate.ask(() -> state.passwords.remove(user) == null ? Written.MISSING : Written.DONE);
    }
}
