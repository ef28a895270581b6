package dev.porchlight.store.embedded.records;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.authority.Password;
import dev.porchlight.engine.authority.Passwords;
import dev.porchlight.engine.codec.AuthorityCodec;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.store.embedded.rocks.Change;
import dev.porchlight.store.embedded.rocks.Draft;
import dev.porchlight.store.embedded.rocks.Readers;
import dev.porchlight.store.embedded.rocks.Table;
import dev.porchlight.store.embedded.rocks.Writer;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The password table, by user. */
record StoredPasswords(Writer writer, Readers readers) implements Passwords {

    @Override
    public CompletionStage<Optional<Password>> find(UserKey user) {
        return readers.read(
                view -> Optional.ofNullable(view.get(Table.PASSWORD, key(user))).map(StoredPasswords::decoded));
    }

    @Override
    public CompletionStage<Written> set(Password password) {
        return Change.submit(writer, draft -> set(draft, password), written -> {});
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
        return Change.submit(writer, draft -> drop(draft, user), written -> {});
    }

    /** For the writer. */
    static Written drop(Draft draft, UserKey user) {
        if (draft.get(Table.PASSWORD, key(user)) == null) {
            return Written.MISSING;
        }
        draft.delete(Table.PASSWORD, key(user));
        return Written.DONE;
    }

    /** For the writer. Whether the user is there is not asked: an export is in the order of its kinds. */
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
