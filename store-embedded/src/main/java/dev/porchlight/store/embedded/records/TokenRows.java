package dev.porchlight.store.embedded.records;

import dev.porchlight.engine.codec.DirectoryCodec;
import dev.porchlight.engine.directory.Token;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.store.embedded.rocks.Draft;
import dev.porchlight.store.embedded.rocks.Table;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A token's rows: in the token table, and in the index. For the writer. */
final class TokenRows {
    private static final byte[] NOTHING = {};

    private TokenRows() {}

    static Written add(Draft draft, Token token) {
        if (get(draft, token.hash()) != null) {
            return Written.ID_TAKEN;
        }
        draft.put(Table.TOKEN, Keys.text(token.hash()), DirectoryCodec.encode(token));
        TokenIndex.keys(token).forEach(key -> draft.append(Table.INDEX, key, NOTHING));
        return Written.DONE;
    }

    static @Nullable Token get(Draft draft, String hash) {
        byte[] row = draft.get(Table.TOKEN, Keys.text(hash));
        return row == null ? null : decoded(row);
    }

    static void remove(Draft draft, Token token) {
        draft.delete(Table.TOKEN, Keys.text(token.hash()));
        TokenIndex.keys(token).forEach(key -> draft.drop(Table.INDEX, key));
    }

    /** Alone: removes every token whose index key is the prefix and its hash. */
    static void dropAll(Draft draft, byte[] prefix, Consumer<String> dropped) {
        for (String hash : HashIndex.all(draft, prefix)) {
            Token token = get(draft, hash);
            if (token != null) {
                remove(draft, token);
                dropped.accept(hash);
            }
        }
    }

    static Token decoded(byte[] row) {
        return Damage.named("token", () -> DirectoryCodec.token(row));
    }
}
