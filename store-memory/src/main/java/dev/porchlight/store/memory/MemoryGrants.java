package dev.porchlight.store.memory;

import dev.porchlight.engine.authority.Grant;
import dev.porchlight.engine.authority.Grants;
import dev.porchlight.engine.directory.Written;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

record MemoryGrants(MemoryState state, Gate gate) implements Grants {

    @Override
    public CompletionStage<Optional<Grant>> find(String hash) {
        return gate.ask(() -> Optional.ofNullable(state.grants.get(hash)));
    }

    @Override
    public CompletionStage<Written> add(Grant grant) {
        return gate.ask(() -> state.grants.putIfAbsent(grant.hash(), grant) == null ? Written.DONE : Written.ID_TAKEN);
    }

    @Override
    public CompletionStage<Written> exchange(Grant before, Grant after, Issue issue) {
        return gate.ask(() -> {
            if (!before.equals(state.grants.get(before.hash()))) {
                return Written.MISSING;
            }
            if (issue.tokens().stream().anyMatch(token -> state.tokens.containsKey(token.hash()))
                    || issue.grants().stream().anyMatch(grant -> state.grants.containsKey(grant.hash()))) {
                return Written.ID_TAKEN;
            }
            state.grants.put(after.hash(), after);
            issue.tokens().forEach(token -> state.tokens.put(token.hash(), token));
            issue.grants().forEach(grant -> state.grants.put(grant.hash(), grant));
            return Written.DONE;
        });
    }

    @Override
    public CompletionStage<List<String>> revoke(String family) {
        return gate.ask(() -> {
            List<String> tokens = state.grants.values().stream()
                    .filter(grant -> grant.family().equals(family))
                    .map(Grant::issued)
                    .filter(Objects::nonNull)
                    .toList();
            state.grants.values().removeIf(grant -> grant.family().equals(family));
            return tokens.stream()
                    .filter(token -> state.tokens.remove(token) != null)
                    .toList();
        });
    }

    @Override
    public CompletionStage<Long> dropExpired(Instant before) {
        return gate.ask(() -> {
            int size = state.grants.size();
            state.grants.values().removeIf(grant -> grant.expiresAt().isBefore(before));
            return (long) size - state.grants.size();
        });
    }
}
