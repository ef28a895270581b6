package dev.porchlight.store.memory;

import dev.porchlight.engine.directory.App;
import dev.porchlight.engine.directory.Apps;
import dev.porchlight.engine.directory.Subscription;
import dev.porchlight.engine.directory.Written;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

record MemoryApps(MemoryState state, Gate gate) implements Apps {

    @Override
    public CompletionStage<Optional<App>> find(String id) {
        return gate.ask(() -> Optional.ofNullable(state.apps.get(id)));
    }

    @Override
    public CompletionStage<Written> add(App app) {
        return gate.ask(() -> state.apps.putIfAbsent(app.id(), app) == null ? Written.DONE : Written.ID_TAKEN);
    }

    @Override
    public CompletionStage<Written> remove(String account, String id) {
        return gate.ask(() -> {
            App app = state.apps.get(id);
            if (app == null || !app.account().equals(account)) {
                return Written.MISSING;
            }
            state.apps.remove(id);
            state.tokens.values().removeIf(token -> id.equals(token.app()));
            state.grants.values().removeIf(grant -> id.equals(grant.app()));
            state.subscriptions.values().stream()
                    .filter(subscription -> id.equals(subscription.app()))
                    .map(Subscription::id)
                    .toList()
                    .forEach(state::unsubscribe);
            return Written.DONE;
        });
    }

    @Override
    public CompletionStage<List<App>> list(String account) {
        return gate.ask(() -> state.apps.values().stream()
                .filter(app -> app.account().equals(account))
                .toList());
    }
}
