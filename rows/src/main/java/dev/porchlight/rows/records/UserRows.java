package dev.porchlight.rows.records;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.codec.DirectoryCodec;
import dev.porchlight.engine.directory.Token;
import dev.porchlight.engine.directory.User;
import dev.porchlight.engine.directory.Written;
import dev.porchlight.rows.Damage;
import dev.porchlight.rows.Draft;
import dev.porchlight.rows.Keys;
import dev.porchlight.rows.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A user's rows: in the user table, and in the table of addresses. For changes. */
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

    static Changed update(Draft draft, User user) {
        User old = get(draft, user.key());
        if (old == null) {
            return Changed.MISSING;
        }
        byte[] owner = draft.get(Table.EMAIL, key(address(user)));
        if (owner != null && !Arrays.equals(owner, Keys.text(user.id()))) {
            return new Changed(Written.EMAIL_TAKEN, null, List.of());
        }
        draft.delete(Table.EMAIL, key(address(old)));
        put(draft, user);
        return new Changed(Written.DONE, old, List.of());
    }

    /** For a change that stands alone: with tokens, grants and password. */
    static Changed remove(Draft draft, UserKey user) {
        User old = get(draft, user);
        if (old == null) {
            return Changed.MISSING;
        }
        draft.delete(Table.USER, key(user));
        draft.delete(Table.EMAIL, key(address(old)));
        List<String> revoked = HashedRows.TOKENS.dropAll(draft, TokenIndex.ofUser(user)).stream()
                .map(Token::hash)
                .toList();
        HashedRows.GRANTS.dropAll(draft, GrantIndex.ofUser(user));
        StoredPasswords.drop(draft, user);
        return new Changed(Written.DONE, old, revoked);
    }

    /** Reads together what adding them will ask for. */
    static void expect(Draft draft, List<User> users) {
        draft.expect(Table.USER, users.stream().map(user -> key(user.key())).toList());
        draft.expect(Table.EMAIL, users.stream().map(user -> key(address(user))).toList());
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

    /**
     * What became of a user.
     *
     * @param before the user as it was, where it was changed
     * @param tokens the hash of each token that went, too
     */
    record Changed(Written answer, @Nullable User before, List<String> tokens) {
        static final Changed MISSING = new Changed(Written.MISSING, null, List.of());
    }
}
