package dev.porchlight.rows.records;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.directory.Token;
import dev.porchlight.rows.Keys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The other ways to find a token, as keys of the index table: a letter, what is looked for, the hash. */
final class TokenIndex {
    private static final byte[] ACCOUNT = {'a'};
    private static final byte[] APP = {'p'};
    private static final byte[] USER = {'u'};
    private static final byte[] EXPIRY = {'e'};

    private TokenIndex() {}

    static List<byte[]> keys(Token token) {
        byte[] hash = Keys.text(token.hash());
        List<byte[]> keys = new ArrayList<>();
        keys.add(Keys.join(ofAccount(token.account()), newestFirst(token.createdAt()), hash));
        if (token.app() != null) {
            keys.add(Keys.join(ofApp(token.app()), hash));
        }
        if (token.user() != null) {
            keys.add(Keys.join(ofUser(new UserKey(token.account(), token.user())), hash));
        }
        if (token.expiresAt() != null) {
            keys.add(Keys.join(expiring(token.expiresAt()), hash));
        }
        return keys;
    }

    /** What the keys of an account's tokens begin with, newest first. */
    static byte[] ofAccount(String account) {
        return Keys.join(ACCOUNT, Keys.account(account));
    }

    static byte[] ofApp(String app) {
        return Keys.join(APP, Keys.account(app));
    }

    static byte[] ofUser(UserKey user) {
        return Keys.join(USER, Keys.user(user));
    }

    /** The bound above every token that expires before the instant. */
    static byte[] expiring(Instant at) {
        return Keys.join(EXPIRY, Keys.instant(at));
    }

    static byte[] expiring() {
        return EXPIRY.clone();
    }

    static String hashOfAccountKey(byte[] key, byte[] prefix) {
        return HashIndex.hash(key, prefix.length + Keys.INSTANT);
    }

    private static byte[] newestFirst(Instant at) {
        byte[] instant = Keys.instant(at);
        for (int i = 0; i < instant.length; i++) {
            instant[i] = (byte) ~instant[i];
        }
        return instant;
    }
}
