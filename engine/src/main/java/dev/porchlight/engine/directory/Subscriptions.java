package dev.porchlight.engine.directory;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The subscriptions of all accounts. */
public interface Subscriptions {
    /** Empty where the account has none of that id. */
    CompletionStage<Optional<Subscription>> find(String account, String id);

    /** {@code ID_TAKEN} where any account has a subscription of that id. */
    CompletionStage<Written> add(Subscription subscription);

    /**
     * Puts one in the place of another of the same account and id. {@code MISSING} where what is stored is not exactly what
     * is to be replaced.
     */
    CompletionStage<Written> replace(Subscription before, Subscription after);

    /** Removes it with all that waits for it, is parked or was logged. {@code MISSING} where the account has none of that id. */
    CompletionStage<Written> remove(String account, String id);

    /** All of the store, ordered by id. */
    CompletionStage<List<Subscription>> list();
}
