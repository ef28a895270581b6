package dev.porchlight.server.dev;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which requests.
 *
 * @param method in capitals, or null for any
 * @param path as sent or as the table of routes has it, or null for any
 * @param users how the path may name the user: by id, by e-mail address; empty for any
 */
record Selection(@Nullable String method, @Nullable String path, Set<String> users) {
    Selection {
        users = Set.copyOf(users);
    }

    boolean covers(Asked asked) {
        return (method == null || method.equals(asked.route().method().name()))
                && (path == null
                        || path.equals(asked.route().path())
                        || path.equals(asked.path().text()))
                && (users.isEmpty() || names(asked));
    }

    private boolean names(Asked asked) {
        String user = asked.path().user();
        if (user == null) {
            return false;
        }
        String own = asked.principal().user();
        String meant = user.equals("me") && own != null ? own : user;
        return users.stream().anyMatch(meant::equalsIgnoreCase);
    }
}
