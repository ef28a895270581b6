package dev.porchlight.server.gate;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param account whose users can be reached, no other
 * @param user the id that {@code me} stands for, or null where the token is a server's
 * @param by how history names the caller, such as {@code user:ada} or {@code app:calendar}
 * @param admin whether every scope of the account is granted
 * @param credential the hash of the token, and until when it is good
 * @param operator whether the folder's owner asks, who may do what reaches across accounts
 */
public record Principal(
        String account,
        @Nullable String user,
        String by,
        Set<String> scopes,
        boolean admin,
        boolean operator,
        Credential credential) {

    /** A caller of a route that needs no token. */
    public static final Principal NOBODY = new Principal("", null, "", Set.of(), false, false, Credential.NONE);

    /** How tokens issued to an app are named. */
    public static String app(String clientId) {
        return "app:" + clientId;
    }

    /** When the token ends, or null for never. */
    public @Nullable Instant expiresAt() {
        return credential.expiresAt();
    }

    public boolean hasAny(Iterable<String> wanted) {
        if (admin) {
            return true;
        }
        for (String scope : wanted) {
            if (scopes.contains(scope)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it was let in with the token of that hash. */
    public boolean holds(String hash) {
        return credential.hash().equals(hash);
    }

    public boolean is(String userId) {
        return userId.equals(user);
    }
}
