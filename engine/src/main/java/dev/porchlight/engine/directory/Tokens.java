package dev.porchlight.engine.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The access tokens of all accounts, by their hash. */
public interface Tokens {
    /** Expired ones are found too, until they are dropped. */
    CompletionStage<Optional<Token>> find(String hash);

    /** {@code ID_TAKEN} where there is one of that hash. */
    CompletionStage<Written> add(Token token);

    /** {@code MISSING} where there is none of that hash in the account. */
    CompletionStage<Written> revoke(String account, String hash);

    /** All of the account, newest first. */
    CompletionStage<List<Token>> list(String account);

    /** Drops tokens with {@code expiresAt < before}. Answers how many. */
    CompletionStage<Long> dropExpired(Instant before);
}
