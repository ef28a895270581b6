package dev.porchlight.server.gate;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param account whose users can be reached, no other
 * @param user the id that {@code me} stands for, or null where the token is a server's
 * @param by how history names the caller, such as {@code user:ada} or {@code app:calendar}
 * @param admin whether every scope of the account is granted
 * @param operator whether the folder's owner asks, who may do what reaches across accounts
 */
public record Principal(
        String account, @Nullable String user, String by, Set<String> scopes, boolean admin, boolean operator) {

    /** A caller of a route that needs no token. */
    public static final Principal NOBODY = new Principal("", null, "", Set.of(), false, false);

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

    public boolean is(String userId) {
        return userId.equals(user);
    }
}
