package dev.porchlight.rows.records;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.authority.Password;
import dev.porchlight.engine.authority.Passwords;
import dev.porchlight.engine.codec.AuthorityCodec;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.rows.Damage;
import dev.porchlight.rows.Draft;
import dev.porchlight.rows.Keys;
import dev.porchlight.rows.Rows;
import dev.porchlight.rows.Table;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The password table, by user. */
record StoredPasswords(Rows rows) implements Passwords {

    @Override
    public CompletionStage<Optional<Password>> find(UserKey user) {
        return rows.read(
                view -> Optional.ofNullable(view.get(Table.PASSWORD, key(user))).map(StoredPasswords::decoded));
    }

    @Override
    public CompletionStage<Written> set(Password password) {
        return rows.change(draft -> set(draft, password), written -> {});
    }

    private static Written set(Draft draft, Password password) {
        if (draft.get(Table.USER, key(password.user())) == null) {
            return Written.MISSING;
        }
        draft.put(Table.PASSWORD, key(password.user()), AuthorityCodec.encode(password));
        return Written.DONE;
    }

    @Override
    public CompletionStage<Written> remove(UserKey user) {
        return rows.change(draft -> drop(draft, user), written -> {});
    }

    /** For changes. */
    static Written drop(Draft draft, UserKey user) {
        if (draft.get(Table.PASSWORD, key(user)) == null) {
            return Written.MISSING;
        }
        draft.delete(Table.PASSWORD, key(user));
        return Written.DONE;
    }

    /** Part of a change. Whether the user is there is not asked: an export is in the order of its kinds. */
    static Written added(Draft draft, Password password) {
        if (draft.get(Table.PASSWORD, key(password.user())) != null) {
            return Written.ID_TAKEN;
        }
        draft.put(Table.PASSWORD, key(password.user()), AuthorityCodec.encode(password));
        return Written.DONE;
    }

    static Password decoded(byte[] row) {
        return Damage.named("password", () -> AuthorityCodec.password(row));
    }

    private static byte[] key(UserKey user) {
        return Keys.inAccount(user.account(), user.user());
    }
}
