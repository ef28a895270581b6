package dev.porchlight.store.memory;

import dev.porchlight.engine.directory.Subscription;
import dev.porchlight.engine.directory.Subscriptions;
import dev.porchlight.engine.directory.Written;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

record MemorySubscriptions(MemoryState state, Gate gate) implements Subscriptions {

    @Override
    public CompletionStage<Optional<Subscription>> find(String account, String id) {
        return gate.ask(() -> Optional.ofNullable(state.subscriptions.get(id))
                .filter(found -> found.account().equals(account)));
    }

    @Override
    public CompletionStage<Written> add(Subscription subscription) {
        return gate.ask(() -> state.subscriptions.putIfAbsent(subscription.id(), subscription) == null
                ? Written.DONE
                : Written.ID_TAKEN);
    }

    @Override
    public CompletionStage<Written> replace(Subscription before, Subscription after) {
        return gate.ask(() -> state.subscriptions.replace(before.id(), before, after) ? Written.DONE : Written.MISSING);
    }

    @Override
    public CompletionStage<Written> remove(String account, String id) {
        return gate.ask(() -> {
            Subscription found = state.subscriptions.get(id);
            if (found == null || !found.account().equals(account)) {
                return Written.MISSING;
            }
            state.unsubscribe(id);
            return Written.DONE;
        });
    }

    @Override
    public CompletionStage<List<Subscription>> list() {
        return gate.ask(() -> List.copyOf(state.subscriptions.values()));
    }
}
