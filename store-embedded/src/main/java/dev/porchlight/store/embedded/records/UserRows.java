package dev.porchlight.store.embedded.records;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.codec.DirectoryCodec;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.store.embedded.rocks.Draft;
import dev.porchlight.store.embedded.rocks.Table;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A user's rows: in the user table, and in the table of addresses. For the writer. */
final class UserRows {
    private UserRows() {}

    static Written add(Draft draft, User user) {
        if (draft.get(Table.USER, key(user.key())) != null) {
            return Written.ID_TAKEN;
        }
        if (draft.get(Table.EMAIL, key(address(user))) != null) {
            return Written.EMAIL_TAKEN;
        }
        put(draft, user);
        return Written.DONE;
    }

    /** @param before sees the user as it was, if it is updated */
    static Written update(Draft draft, User user, Consumer<User> before) {
        User old = get(draft, user.key());
        if (old == null) {
            return Written.MISSING;
        }
        byte[] owner = draft.get(Table.EMAIL, key(address(user)));
        if (owner != null && !Arrays.equals(owner, Keys.text(user.id()))) {
            return Written.EMAIL_TAKEN;
        }
        before.accept(old);
        draft.delete(Table.EMAIL, key(address(old)));
        put(draft, user);
        return Written.DONE;
    }

    /** Answers the user as it was, or null where there was none. */
    static @Nullable User remove(Draft draft, UserKey user) {
        User old = get(draft, user);
        if (old != null) {
            draft.delete(Table.USER, key(user));
            draft.delete(Table.EMAIL, key(address(old)));
        }
        return old;
    }

    /** The user's address as a key, the same in any letter case. */
    static UserKey address(User user) {
        return new UserKey(user.account(), lowered(user.email()));
    }

    static String lowered(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    static User decoded(byte[] row) {
        return Damage.named("user", () -> DirectoryCodec.user(row));
    }

    private static @Nullable User get(Draft draft, UserKey user) {
        byte[] row = draft.get(Table.USER, key(user));
        return row == null ? null : decoded(row);
    }

    private static void put(Draft draft, User user) {
        draft.put(Table.USER, key(user.key()), DirectoryCodec.encode(user));
        draft.put(Table.EMAIL, key(address(user)), Keys.text(user.id()));
    }

    private static byte[] key(UserKey user) {
        return Keys.inAccount(user.account(), user.user());
    }
}
