package dev.porchlight.store.memory;

import dev.porchlight.engine.directory.Account;
import dev.porchlight.engine.directory.Accounts;
import dev.porchlight.engine.directory.Written;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

record MemoryAccounts(MemoryState state, Gate gate) implements Accounts {

    @Override
    public CompletionStage<Optional<Account>> find(String id) {
        return gate.ask(() -> Optional.ofNullable(state.accounts.get(id)));
    }

    @Override
    public CompletionStage<Written> add(Account account) {
        return gate.ask(
                () -> state.accounts.putIfAbsent(account.id(), account) == null ? Written.DONE : Written.ID_TAKEN);
    }

    @Override
    public CompletionStage<List<Account>> list() {
        return gate.ask(() -> List.copyOf(state.accounts.values()));
    }
}
