package dev.porchlight.engine.authority;

import dev.porchlight.engine.directory.Written;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The keys that tokens are signed with. An export of the store leaves them out: new ones are made where none are. */
public interface SigningKeys {
    /** All, newest first; of one moment, by id. */
    CompletionStage<List<SigningKey>> list();

    /** {@code ID_TAKEN} where there is one of that id. */
    CompletionStage<Written> add(SigningKey key);

    /** {@code MISSING} where there is none of that id. */
    CompletionStage<Written> remove(String id);
}
