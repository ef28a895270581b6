package dev.porchlight.rows.records;

import dev.porchlight.engine.authority.SigningKey;
import dev.porchlight.engine.authority.SigningKeys;
import dev.porchlight.engine.codec.AuthorityCodec;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.rows.Damage;
import dev.porchlight.rows.Draft;
import dev.porchlight.rows.Keys;
import dev.porchlight.rows.Rows;
import dev.porchlight.rows.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The table of signing keys, by id. There are few. */
record StoredSigningKeys(Rows rows) implements SigningKeys {
    private static final Comparator<SigningKey> NEWEST_FIRST =
            Comparator.comparing(SigningKey::createdAt).reversed().thenComparing(SigningKey::id);

    @Override
    public CompletionStage<List<SigningKey>> list() {
        return rows.read(view -> {
            List<SigningKey> all = new ArrayList<>();
            view.scan(Table.SIGNING_KEY, new byte[0], row -> all.add(decoded(row.value())));
            all.sort(NEWEST_FIRST);
            return all;
        });
    }

    @Override
    public CompletionStage<Written> add(SigningKey key) {
        return rows.change(draft -> added(draft, key), written -> {});
    }

    private static Written added(Draft draft, SigningKey key) {
        if (draft.get(Table.SIGNING_KEY, Keys.text(key.id())) != null) {
            return Written.ID_TAKEN;
        }
        draft.put(Table.SIGNING_KEY, Keys.text(key.id()), AuthorityCodec.encode(key));
        return Written.DONE;
    }

    @Override
    public CompletionStage<Written> remove(String id) {
        return rows.change(draft -> removed(draft, id), written -> {});
    }

    private static Written removed(Draft draft, String id) {
        if (draft.get(Table.SIGNING_KEY, Keys.text(id)) == null) {
            return Written.MISSING;
        }
        draft.delete(Table.SIGNING_KEY, Keys.text(id));
        return Written.DONE;
    }

    private static SigningKey decoded(byte[] row) {
        return Damage.named("signing key", () -> AuthorityCodec.signingKey(row));
    }
}
