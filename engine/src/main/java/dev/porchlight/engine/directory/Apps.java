package dev.porchlight.engine.directory;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The OAuth apps of all accounts. */
public interface Apps {
    CompletionStage<Optional<App>> find(String id);

    /** {@code ID_TAKEN} where any account has an app of that id. */
    CompletionStage<Written> add(App app);

    /** Removes an app of the account, every token issued to it and its subscriptions. {@code MISSING} where the account has none of that id. */
    CompletionStage<Written> remove(String account, String id);

    /** All of the account, ordered by id. */
    CompletionStage<List<App>> list(String account);
}
