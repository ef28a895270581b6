package dev.porchlight.store.memory;

import dev.porchlight.engine.authority.SigningKey;
import dev.porchlight.engine.authority.SigningKeys;
import dev.porchlight.engine.directory.Written;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionStage;

record MemorySigningKeys(MemoryState state, Gate gate) implements SigningKeys {
    private static final Comparator<SigningKey> NEWEST_FIRST =
            Comparator.comparing(SigningKey::createdAt).reversed().thenComparing(SigningKey::id);

    @Override
    public CompletionStage<List<SigningKey>> list() {
        return gate.ask(
                () -> state.signingKeys.values().stream().sorted(NEWEST_FIRST).toList());
    }

    @Override
    public CompletionStage<Written> add(SigningKey key) {
        return gate.ask(() -> state.signingKeys.putIfAbsent(key.id(), key) == null ? Written.DONE : Written.ID_TAKEN);
    }

    @Override
    public CompletionStage<Written> remove(String id) {
        return gate.ask(() -> state.signingKeys.remove(id) == null ? Written.MISSING : Written.DONE);
    }
}
