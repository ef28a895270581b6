package dev.porchlight.engine.authority;

import dev.porchlight.engine.directory.Token;
import dev.porchlight.engine.directory.Written;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The grants of all accounts, by their hash. They go with their user and with their app. */
public interface Grants {
    /** Exchanged and expired ones are found too, until they are dropped. */
    CompletionStage<Optional<Grant>> find(String hash);

    /** {@code ID_TAKEN} where there is one of that hash. */
    CompletionStage<Written> add(Grant grant);

    /**
     * Puts {@code after}, of the same hash, in the place of {@code before} and adds what came of it, all together or not at
     * all. Of several callers with the same {@code before} one is told {@code DONE}. {@code MISSING} where what is kept is
     * not {@code before}; {@code ID_TAKEN} where the hash of a token or grant is there already.
     */
    CompletionStage<Written> exchange(Grant before, Grant after, Issue issue);

    /**
     * Removes every grant of the family and every token that one of them was exchanged for.
     *
     * @return the hashes of the tokens
     */
    CompletionStage<List<String>> revoke(String family);

    /** Drops grants with {@code expiresAt < before}; their tokens stay. Answers how many. */
    CompletionStage<Long> dropExpired(Instant before);

    /** What a grant was exchanged for. */
    record Issue(List<Token> tokens, List<Grant> grants) {
        public static final Issue NOTHING = new Issue(List.of(), List.of());
    }
}
