package dev.porchlight.engine.directory;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The accounts of a store. */
public interface Accounts {
    CompletionStage<Optional<Account>> find(String id);

    /** {@code ID_TAKEN} where the account exists. */
    CompletionStage<Written> add(Account account);

    /** All, ordered by id. */
    CompletionStage<List<Account>> list();
}
