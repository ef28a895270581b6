package dev.porchlight.server.dev;

import dev.porchlight.server.http.Call;
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

    /** @param sentTo the path as sent */
    boolean covers(Call call, String sentTo) {
        return (method == null || method.equals(call.route().method().name()))
                && (path == null || path.equals(call.route().path()) || path.equals(sentTo))
                && (users.isEmpty() || names(call));
    }

    private boolean names(Call call) {
        String user = call.parameters().get("userId");
        if (user == null) {
            return false;
        }
        String own = call.principal().user();
        String meant = user.equals("me") && own != null ? own : user;
        return users.stream().anyMatch(meant::equalsIgnoreCase);
    }
}
