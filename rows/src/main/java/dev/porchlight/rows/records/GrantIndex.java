package dev.porchlight.rows.records;

import dev.porchlight.core.presence.UserKey;
import dev.porchlight.engine.authority.Grant;
import dev.porchlight.rows.Keys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The other ways to find a grant, as keys of the index table: a letter, what is looked for, the hash. */
final class GrantIndex {
    private static final byte[] FAMILY = {'f'};
    private static final byte[] APP = {'q'};
    private static final byte[] USER = {'v'};
    private static final byte[] EXPIRY = {'x'};

    private GrantIndex() {}

    static List<byte[]> keys(Grant grant) {
        byte[] hash = Keys.text(grant.hash());
        List<byte[]> keys = new ArrayList<>();
        keys.add(Keys.join(ofFamily(grant.family()), hash));
        keys.add(Keys.join(ofApp(grant.app()), hash));
        keys.add(Keys.join(expiring(grant.expiresAt()), hash));
        UserKey owner = grant.owner();
        if (owner != null) {
            keys.add(Keys.join(ofUser(owner), hash));
        }
        return keys;
    }

    static byte[] ofFamily(String family) {
        return Keys.join(FAMILY, Keys.account(family));
    }

    static byte[] ofApp(String app) {
        return Keys.join(APP, Keys.account(app));
    }

    static byte[] ofUser(UserKey user) {
        return Keys.join(USER, Keys.user(user));
    }

    /** The bound above every grant that expires before the instant. */
    static byte[] expiring(Instant at) {
        return Keys.join(EXPIRY, Keys.instant(at));
    }

    static byte[] expiring() {
        return EXPIRY.clone();
    }
}
