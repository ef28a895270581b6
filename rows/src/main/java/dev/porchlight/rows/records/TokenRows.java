package dev.porchlight.rows.records;

import dev.porchlight.engine.codec.DirectoryCodec;
import dev.porchlight.engine.directory.Token;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.rows.Damage;
import dev.porchlight.rows.Draft;
import dev.porchlight.rows.Keys;
import dev.porchlight.rows.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A token's rows: in the token table, and in the index. For changes. */
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

    /** For a change that stands alone: removes every token whose index key is the prefix and its hash, and answers the hashes. */
    static List<String> dropAll(Draft draft, byte[] prefix) {
        List<String> hashes = HashIndex.all(draft, prefix);
        draft.expect(Table.TOKEN, hashes.stream().map(Keys::text).toList());
        List<String> dropped = new ArrayList<>();
        for (String hash : hashes) {
            Token token = get(draft, hash);
            if (token != null) {
                remove(draft, token);
                dropped.add(hash);
            }
        }
        return dropped;
    }

    static Token decoded(byte[] row) {
        return Damage.named("token", () -> DirectoryCodec.token(row));
    }
}
