package dev.porchlight.rows.records;

import dev.porchlight.engine.authority.Grant;
import dev.porchlight.engine.codec.AuthorityCodec;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.rows.Damage;
import dev.porchlight.rows.Draft;
import dev.porchlight.rows.Keys;
import dev.porchlight.rows.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A grant's rows: in the grant table, and in the index. For changes. */
final class GrantRows {
    private static final byte[] NOTHING = {};

    private GrantRows() {}

    static Written add(Draft draft, Grant grant) {
        if (get(draft, grant.hash()) != null) {
            return Written.ID_TAKEN;
        }
        put(draft, grant);
        return Written.DONE;
    }

    static void put(Draft draft, Grant grant) {
        draft.put(Table.GRANT, Keys.text(grant.hash()), AuthorityCodec.encode(grant));
        GrantIndex.keys(grant).forEach(key -> draft.append(Table.INDEX, key, NOTHING));
    }

    static @Nullable Grant get(Draft draft, String hash) {
        byte[] row = draft.get(Table.GRANT, Keys.text(hash));
        return row == null ? null : decoded(row);
    }

    static void remove(Draft draft, Grant grant) {
        draft.delete(Table.GRANT, Keys.text(grant.hash()));
        GrantIndex.keys(grant).forEach(key -> draft.drop(Table.INDEX, key));
    }

    /** For a change that stands alone: removes every grant whose index key is the prefix and its hash, and answers them. */
    static List<Grant> dropAll(Draft draft, byte[] prefix) {
        List<Grant> dropped = new ArrayList<>();
        List<String> hashes = HashIndex.all(draft, prefix);
        draft.expect(Table.GRANT, hashes.stream().map(Keys::text).toList());
        for (String hash : hashes) {
            Grant grant = get(draft, hash);
            if (grant != null) {
                remove(draft, grant);
                dropped.add(grant);
            }
        }
        return dropped;
    }

    static Grant decoded(byte[] row) {
        return Damage.named("grant", () -> AuthorityCodec.grant(row));
    }
}
